/** Writes the bundles to dist/, or to the folder given. */
import { join } from 'node:path';
import { buildBundles } from './bundles.ts';

await buildBundles(process.argv[2] ?? join(import.meta.dirname, '..', 'dist'));
