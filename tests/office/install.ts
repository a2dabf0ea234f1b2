import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isThere = (command: string) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs LibreOffice's writer on Debian as root; elsewhere says what to install. */
export default function setup(): void {
  if (isThere('soffice')) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error('npm run test:office 需要 LibreOffice：请安装 libreoffice-writer（命令 soffice）。');
  }
  const { status } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'libreoffice-writer-nogui'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0 || !isThere('soffice')) throw new Error('libreoffice-writer-nogui 没有装上。');
}
