/** Writes the bundles to dist/; with --check it only says whether they are what the sources make. */
import { join } from 'node:path';
import { buildBundles, differences } from './bundles.ts';

const root = join(import.meta.dirname, '..');
if (process.argv.includes('--check')) {
  const outdated = await differences(root);
  for (const name of outdated) console.error(`dist/${name} is not what the sources make: npm run build`);
  process.exitCode = outdated.length === 0 ? 0 : 1;
} else {
  await buildBundles(root, join(root, 'dist'));
}
