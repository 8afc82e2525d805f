import { constants } from 'node:fs';
import { mkdtemp, open, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bareAddress, withoutCredentials } from './addresses.ts';
import { copyBounded, reasonOf } from './bounded-file.ts';
import { variable, type Environment } from './environment.ts';
import { ActionFailure, failureBy } from './failure.ts';
import { sha256Of } from './file-digest.ts';
import type { Inputs } from './inputs.ts';
import type { Network } from './network.ts';
import { requireOutside } from './outside-workspace.ts';
import { runnerDigests } from './pinned.ts';
import { RUNNER_TOOL, type ToolCache } from './tool-cache.ts';

const FILE = 'codex-runner.jar';
/** Thirty times what it has. */
const LARGEST_BYTES = 200 * 1024 * 1024;
const REMEDY = 'Put the jar elsewhere on the machine, or name its digest: runner-sha256.';

export interface JarPlaces {
  readonly workspace: string;
  readonly privateFolder: string;
  readonly cache: ToolCache;
}

export interface RunnerJar {
  readonly path: string;
  /** `undefined` where nobody named one: a jar of the machine's own. */
  readonly sha256: string | undefined;
}

/**
 * The jar on the machine, or fetched once and kept in the tool cache. Where its digest is known, a copy in the private
 * folder is what is checked and what runs, whatever becomes of the file in between.
 */
export async function findRunnerJar(
  inputs: Inputs,
  env: Environment,
  places: JarPlaces,
  network: () => Promise<Network>,
): Promise<RunnerJar> {
  const given = inputs.get('runner-jar');
  if (given !== undefined)
    return jarOnTheMachine(resolve(places.workspace, given), inputs.get('runner-sha256'), places);
  const version = inputs.get('runner-version') ?? '';
  const digest = inputs.get('runner-sha256') ?? runnerDigests[version];
  if (digest === undefined) throw new ActionFailure('runner-digest-unknown', version);
  const { cache } = places;
  const kept = await cache.find(RUNNER_TOOL, version);
  if (kept !== undefined) return checkedCopy(join(kept, FILE), digest, places);
  const url = inputs.get('runner-url') ?? releaseUrl(env, version);
  const fetched = join(await mkdtemp(join(places.privateFolder, 'jar-')), FILE);
  const { fetchFile } = await network();
  await fetchFile(url, fetched, LARGEST_BYTES).catch((failed: unknown) => {
    const reason = withoutCredentials(reasonOf(failed));
    throw failureBy(failed, 'runner-not-fetched', version, bareAddress(url), reason);
  });
  const copy = await checkedCopy(fetched, digest, places, bareAddress(url));
  await cache.keep(dirname(fetched), RUNNER_TOOL, version);
  return copy;
}

async function jarOnTheMachine(
  path: string,
  digest: string | undefined,
  places: JarPlaces,
): Promise<RunnerJar> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new ActionFailure('runner-jar-missing', path);
  if (digest !== undefined) return checkedCopy(path, digest, places);
  await requireOutside('runner-jar', path, places.workspace, REMEDY);
  await requireJar(path);
  return { path, sha256: undefined };
}

/** As every jar begins: it is a zip file. */
const ZIP = Buffer.from('PK\u0003\u0004');

/** What has the digest that was asked for needs no such look. */
async function requireJar(path: string): Promise<void> {
  const begin = await beginOf(path).catch((failed: unknown) => {
    throw new ActionFailure('runner-jar-unusable', path, reasonOf(failed));
  });
  if (!begin.equals(ZIP))
    throw new ActionFailure('runner-jar-unusable', path, 'it does not begin as a jar does');
}

async function beginOf(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function checkedCopy(
  path: string,
  sha256: string,
  { privateFolder }: JarPlaces,
  origin = path,
): Promise<RunnerJar> {
  const jar = { path: join(privateFolder, FILE), sha256 };
  await copyBounded(path, jar.path, LARGEST_BYTES).catch((failed: unknown) => {
    throw new ActionFailure('runner-digest-differs', origin, `none (${reasonOf(failed)})`, sha256);
  });
  await requireDigest(jar, origin);
  return jar;
}

/** Asked once more right before the start. */
export async function requireDigest({ path, sha256 }: RunnerJar, origin = path): Promise<void> {
  if (sha256 === undefined) return;
  const has = await sha256Of(path);
  if (has !== sha256.toLowerCase()) throw new ActionFailure('runner-digest-differs', origin, has, sha256);
}

/** Of the repository that the action itself comes from, on its own server: github.com or GHES. */
export function releaseUrl(env: Environment, version: string): string {
  const server = variable(env, 'GITHUB_SERVER_URL') ?? 'https://github.com';
  const repository = variable(env, 'GITHUB_ACTION_REPOSITORY');
  // Not the job's own: its writers would say which jar is handed the token.
  if (repository === undefined) throw new ActionFailure('runner-address-unknown', version);
  return `${server}/${repository}/releases/download/v${version}/${FILE}`;
}
