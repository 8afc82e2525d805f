/**
 * Writes src/generated/codex-digests.ts, and the same for the Jenkins plugin, whose installer uses this lock file too, from a
 * folder that `npm ci --ignore-scripts` has filled by codex/package-lock.json: `node scripts/pin-codex.ts FOLDER`. Everything
 * in codex' own folder stands there: what it starts, what tells it where that lies, and what may be there at all.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256Of } from '../src/file-digest.ts';

const FOLDERS = {
  'linux-x64': 'codex-linux-x64/vendor/x86_64-unknown-linux-musl',
} as const;
const PROGRAM = 'bin/codex';
const PLUGIN =
  '../../jenkins-plugin/src/main/resources/dev/codexrunner/jenkins/configuration/codex-digests.properties';

const [installed = '.'] = process.argv.slice(2);
const lines: string[] = [];
const properties: string[] = [];
for (const [platform, folder] of Object.entries(FOLDERS)) {
  const root = join(installed, 'node_modules/@openai', folder);
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((name) => name !== PROGRAM)
    .sort();
  const program = await sha256Of(join(root, PROGRAM));
  properties.push(`${folder}/${PROGRAM}=${program}`);
  lines.push(`  '${platform}': {`, `    folder: '${folder}',`);
  lines.push(`    program: '${program}',`, '    others: {');
  for (const name of names) {
    const digest = await sha256Of(join(root, name));
    properties.push(`${folder}/${name}=${digest}`);
    lines.push(`      '${name}': '${digest}',`);
  }
  lines.push('    },', '  },');
}
writeFileSync(
  join(import.meta.dirname, '../src/generated/codex-digests.ts'),
  [
    "/** SHA-256 of all files in codex' own folder in its npm package, made by scripts/pin-codex.ts. */",
    'export const codexDigests = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n'),
);
writeFileSync(
  join(import.meta.dirname, PLUGIN),
  [
    "# SHA-256 of the files in npm's packages of codex; paths start at node_modules/@openai.",
    '# Made by github-action/scripts/pin-codex.ts.',
    ...properties,
    '',
  ].join('\n'),
);
