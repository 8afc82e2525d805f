import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Those that ask for no more than their own text. */
const FREE = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']);

/** The licence of every package of which something is in the bundles. */
export function licencesOf(metafiles: readonly Metafile[], root: string): string {
  const folders = new Set(
    metafiles
      .flatMap((metafile) => Object.keys(metafile.inputs))
      .map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
      .filter((folder) => folder !== undefined),
  );
  const entries = [...folders].map((folder) => entry(join(root, folder)));
  return [...new Set(entries)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

function entry(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as PackageJson;
  if (license === undefined || !FREE.has(license)) {
    throw new Error(`${name} ${version} has the licence ${license ?? '(none)'}: not one that we may ship`);
  }
  const file = readdirSync(folder).find((candidate) => /^licen[sc]e/i.test(candidate));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}
