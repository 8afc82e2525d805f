/**
 * Writes src/generated/codex-digests.ts from a folder that `npm ci --ignore-scripts` has filled by codex/package-lock.json:
 * `node scripts/pin-codex.ts FOLDER`. Whatever codex starts stands there, and what tells it where that lies.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../src/file-digest.ts';

const PROGRAMS = {
  'linux-x64': 'codex-linux-x64/vendor/x86_64-unknown-linux-musl',
} as const;
const OTHERS = [
  'bin/codex-code-mode-host',
  'codex-package.json',
  'codex-path/rg',
  'codex-resources/bwrap',
] as const;

const [installed = '.'] = process.argv.slice(2);
const digestOf = (name: string): Promise<string> => sha256Of(join(installed, 'node_modules/@openai', name));
const lines: string[] = [];
for (const [platform, folder] of Object.entries(PROGRAMS)) {
  lines.push(
    `  '${platform}': {`,
    `    program: '${await digestOf(`${folder}/bin/codex`)}',`,
    '    others: {',
  );
  for (const name of OTHERS) {
    lines.push(`      '${folder}/${name}':`, `        '${await digestOf(`${folder}/${name}`)}',`);
  }
  lines.push('    },', '  },');
}
writeFileSync(
  join(import.meta.dirname, '../src/generated/codex-digests.ts'),
  [
    '/** SHA-256 of programs in the npm packages of codex, made by scripts/pin-codex.ts; paths start at node_modules/@openai. */',
    'export const codexDigests = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n'),
);
