import { join, resolve } from 'node:path';
import { readBounded, reasonOf } from './bounded-file.ts';
import { ActionFailure } from './failure.ts';
import { writePrivate } from './run-folders.ts';

const PEM = '-----BEGIN ';

/** Ten times what all of the world's public authorities have. */
const LARGEST_BYTES = 8 * 1024 * 1024;

/** The files that `ca-bundle` means: its paths, one a line, or one that its PEM text is written to. */
export async function caBundles(
  input: string | undefined,
  workspace: string,
  privateFolder: string,
): Promise<readonly string[]> {
  if (input === undefined) return [];
  if (input.includes(PEM)) return [await writePrivate(join(privateFolder, 'ca-bundle.pem'), `${input}\n`)];
  return pathsIn(input, workspace);
}

/**
 * Files of `ca-bundle` that no authority can come from, each with why. Before anything of the network: what is missing there
 * would be taken for a server's wrong certificate. What is wrong within a PEM file is left to the runner.
 */
export async function unusableBundles(input: string, workspace: string): Promise<readonly ActionFailure[]> {
  if (input.includes(PEM)) return [];
  const found = await Promise.all(
    pathsIn(input, workspace).map(async (file) => {
      const reason = await readBounded(file, LARGEST_BYTES, 'follow-links').then(
        (text) => (text.includes(PEM) ? undefined : 'it holds no PEM block'),
        reasonOf,
      );
      return reason === undefined ? [] : [new ActionFailure('ca-bundle-unusable', file, reason)];
    }),
  );
  return found.flat();
}

/** The certificates that `ca-bundle` means. */
export async function certificatesOf(input: string, workspace: string): Promise<readonly string[]> {
  return input.includes(PEM) ? (input.match(CERTIFICATE) ?? []) : certificatesIn(pathsIn(input, workspace));
}

/**
 * The network, with the authorities trusted before anything of it can be used: a GitHub Enterprise Server or a mirror may be
 * behind the company's own. Not before that, since it takes node longer than all that the action does by itself.
 */
export function trusting<Network>(
  network: () => Promise<Network>,
  certificates: () => Promise<readonly string[]>,
  warn: (text: string) => void,
): () => Promise<Network> {
  let trusted: Promise<void> | undefined;
  return async () => {
    trusted ??= certificates().then((found) => {
      trust(found, warn);
    });
    await trusted;
    return network();
  };
}

function trust(certificates: readonly string[], warn: (text: string) => void): void {
  if (certificates.length === 0) return;
  // Not imported: node's TLS takes longer to load than all of ours, and most runs of the action itself need none.
  const tls = process.getBuiltinModule('node:tls');
  if (!('setDefaultCACertificates' in tls)) {
    warn(
      `ca-bundle can not count for the action's own calls: node ${process.versions.node} takes no further authorities. Update GitHub's runner to one with node 24.5 or newer, or set NODE_EXTRA_CA_CERTS for it.`,
    );
    return;
  }
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...certificates]);
  } catch {
    // A certificate that is none: said by the runner too.
  }
}

function pathsIn(input: string, workspace: string): readonly string[] {
  return input
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => resolve(workspace, line));
}

/** npm, as any node program, takes them from one file, besides its own. */
export async function authoritiesForNpm(
  files: readonly string[],
  privateFolder: string,
): Promise<Readonly<Record<string, string>>> {
  const certificates = await certificatesIn(files);
  if (certificates.length === 0) return {};
  const file = join(privateFolder, 'npm-authorities.pem');
  return { NODE_EXTRA_CA_CERTS: await writePrivate(file, `${certificates.join('\n')}\n`) };
}

async function certificatesIn(files: readonly string[]): Promise<readonly string[]> {
  const bundles = await Promise.all(
    files.map((file) => readBounded(file, LARGEST_BYTES, 'follow-links').catch(() => '')),
  );
  return bundles.flatMap((bundle) => bundle.match(CERTIFICATE) ?? []);
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
