import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { licencesOf } from './licences.ts';

/** Each is whole in itself: no chunk between them, whose name would change with its content. */
const ENTRIES = ['main', 'post', 'network'] as const;

/** From the sources in `root`, the action's folder, into `folder`. */
export async function buildBundles(root: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const metafiles: Metafile[] = [];
  for (const entry of ENTRIES) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [`src/${entry}.ts`],
      outfile: join(folder, `${entry}.js`),
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      charset: 'utf8',
      legalComments: 'none',
      // Else paths in the bundle would tell where a linked node_modules really lies.
      preserveSymlinks: true,
      metafile: true,
      logLevel: 'warning',
      // Its form for node asks by `require`, and can't be shaken.
      alias: { yaml: './node_modules/yaml/browser/index.js' },
      plugins: [builtinsAsAWhole, entry === 'network' ? withoutFetch : networkLater],
      banner: { js: entry === 'network' ? REQUIRE : '' },
    });
    metafiles.push(metafile);
  }
  writeFileSync(join(folder, 'LICENCES.txt'), licencesOf(metafiles, root));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
}

/** Packages of the old module form ask for node's own modules by `require`. */
const REQUIRE =
  "import { createRequire as requireMaker } from 'node:module';\nconst require = requireMaker(import.meta.url);";

/** main loads network.js when it needs it; and what @actions/core would load for its token client only goes there. */
const networkLater: Plugin = {
  name: 'network-later',
  setup: (build) => {
    build.onResolve({ filter: /^\.\/network\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './network.js', external: true } : undefined,
    );
    build.onLoad({ filter: /@actions\/core\/lib\/oidc-utils\.js$/ }, () => ({
      contents: 'export class OidcClient {}',
      loader: 'js',
    }));
  },
};

/**
 * Of @actions/http-client only the requests by node's own http are used. For those by fetch it has undici, whose copy of what
 * node has already would take longer to load than all of a step.
 */
const withoutFetch: Plugin = {
  name: 'without-fetch',
  setup: (build) => {
    build.onLoad({ filter: /node_modules\/undici\/index\.js$/ }, () => ({
      contents: 'exports.ProxyAgent = class {};',
      loader: 'js',
    }));
  },
};

/**
 * `import` of a module of node's own looks at each of its members once. Some are made only then: http's WebSocket needs
 * node's own undici, and takes three times as long as all the rest. Asked for as a whole they are not.
 */
const builtinsAsAWhole: Plugin = {
  name: 'builtins-as-a-whole',
  setup: (build) => {
    build.onResolve({ filter: /^[a-z:/_]+$/ }, ({ path, kind }) =>
      kind === 'import-statement' && isBuiltin(path) ? { path, namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
      loader: 'js',
    }));
  },
};

/** Names of files in dist/ that are other than the sources make them now. */
export async function differences(root: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    await buildBundles(root, folder);
    const committed = join(root, 'dist');
    const names = new Set([...readdirSync(folder), ...readdirSync(committed)]);
    return [...names]
      .filter((name) => !content(join(folder, name)).equals(content(join(committed, name))))
      .sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function content(file: string): Buffer {
  return existsSync(file) ? readFileSync(file) : Buffer.from('(absent)');
}
