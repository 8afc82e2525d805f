/** Writes what is made from other files: README's tables and src/generated. `--check` only says whether they are right. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './generated.ts';

const root = join(import.meta.dirname, '..');
const outdated = generatedFiles(root).filter(
  ({ path, text }) => text !== readFileSync(join(root, path), 'utf8'),
);
if (process.argv.includes('--check')) {
  for (const { path } of outdated) console.error(`${path} is out of date: npm run generate`);
  process.exitCode = outdated.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of outdated) writeFileSync(join(root, path), text);
}
