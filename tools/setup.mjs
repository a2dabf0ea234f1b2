/**
 * Makes a fresh clone ready, and says nothing when it is: dependencies from the lock file and, with --browsers,
 * Chromium, Firefox and a Chinese font. Plain JavaScript without dependencies, since it runs before there are any.
 * Everything it prints goes to standard error, so that tools may print JSON.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browsers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (text) => process.stderr.write(`${text}\n`);
const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`清样需要 Node 20.19 或更高版本，现在是 ${process.versions.node}。`);
}

function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.qingyang-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('安装依赖……');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

const hasChineseFont = () => {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.error ? process.platform !== 'linux' : list.stdout.trim() !== '';
};

function installBrowsers() {
  const missing = [];
  if (!findBrowser('chrome')) missing.push('chromium');
  if (!findBrowser('firefox')) missing.push('firefox-esr');
  if (!hasChineseFont()) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) {
    throw new Error(
      `找不到 ${missing.join('、')}。请安装 Chrome 或 Chromium、Firefox 142 以上版本和一种中文字体；` +
        '装在别处时，用环境变量 CHROME_PATH、FIREFOX_PATH 指明。',
    );
  }
  say(`安装 ${missing.join('、')}……`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  // fontconfig brings fc-list, by which the next run sees that the font is there.
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'fontconfig', ...missing], { env });
}

try {
  requireNode();
  installDependencies();
  if (process.argv.includes('--browsers')) installBrowsers();
} catch (error) {
  say(error.message);
  process.exit(1);
}
