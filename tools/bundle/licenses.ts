/** What the packages owe to others: the licences of everything that is really in them, gathered while they are built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import license, { type Dependency } from 'rollup-plugin-license';
import type { Plugin } from 'vite';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

const LINE = `\n${'='.repeat(80)}\n\n`;

/** Gathers the npm packages of all bundles of one build. */
export class BundledPackages {
  readonly #packages = new Map<string, Dependency>();

  /** For each bundle: background, content script and pages are built one after another. */
  plugin(): Plugin {
    // Rollup's own type of a plugin, which Vite takes, is not Vite's to the letter.
    return license({
      thirdParty: {
        multipleVersions: true,
        output: (dependencies) => {
          for (const dependency of dependencies)
            this.#packages.set(`${dependency.name} ${dependency.version}`, dependency);
        },
      },
    }) as Plugin;
  }

  /** @param root folder of the project @returns the text of the file of notices @throws where a package has no licence */
  notices(root: string): string {
    const folder = join(root, 'assets', 'licenses');
    const texts = new Map(
      readdirSync(folder).map((file) => [file.replace('.txt', ''), readFileSync(join(folder, file), 'utf8')]),
    );
    const packages = [...this.#packages.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, dependency]) => dependency);
    return [
      'Qingyang is under the MIT licence, see LICENSE. It contains the following programs and data of others.\n',
      ...packages.map((dependency) => packageNotice(dependency, texts)),
      readFileSync(join(root, 'assets', 'LICENSES.md'), 'utf8'),
      ...[...texts].map(([name, text]) => `${name}\n\n${text}`),
    ].join(LINE);
  }
}

/** A package's own text, or, where it brings none, the text of the licence that it names. */
function packageNotice(dependency: Dependency, texts: ReadonlyMap<string, string>): string {
  const { name, version, license: id, author, licenseText, noticeText } = dependency;
  const text = licenseText ?? (id === null ? undefined : texts.get(id));
  if (text === undefined) throw new Error(`No licence text for ${name} ${version} (${id})`);
  const holder = licenseText === null && author ? `Copyright (c) ${author.text()}\n\n` : '';
  return `${name} ${version} (${id})\n\n${holder}${text.trim()}\n${noticeText ? `\n${noticeText.trim()}\n` : ''}`;
}
