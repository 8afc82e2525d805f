import { copyFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { reasonOf } from './bounded-file.ts';
import { variable, type Environment } from './environment.ts';
import { ActionFailure } from './failure.ts';
import { sha256Of } from './file-digest.ts';
import type { Inputs } from './inputs.ts';
import type { Network } from './network.ts';
import { isInside, requireOutside } from './outside-workspace.ts';
import { runnerDigests } from './pinned.ts';

const TOOL = 'codex-runner';
const FILE = 'codex-runner.jar';
const REMEDY = 'Put the jar elsewhere on the machine, or name its digest: runner-sha256.';

export interface JarPlaces {
  readonly workspace: string;
  readonly privateFolder: string;
}

/** The jar on the machine, or fetched once and kept in the tool cache; its digest is checked each time it is known. */
export async function findRunnerJar(
  inputs: Inputs,
  env: Environment,
  places: JarPlaces,
  network: () => Promise<Network>,
): Promise<string> {
  const given = inputs.get('runner-jar');
  if (given !== undefined)
    return jarOnTheMachine(resolve(places.workspace, given), inputs.get('runner-sha256'), places);
  const version = inputs.get('runner-version') ?? '';
  const digest = inputs.get('runner-sha256') ?? runnerDigests[version];
  if (digest === undefined) throw new ActionFailure('runner-digest-unknown', version);
  const { cachedTool, fetchFile, keepTool } = await network();
  const kept = await cachedTool(TOOL, version);
  if (kept !== undefined) return checked(resolve(kept, FILE), digest);
  const url = inputs.get('runner-url') ?? releaseUrl(env, version);
  const fetched = await fetchFile(url).catch((failed: unknown) => {
    throw new ActionFailure('runner-not-fetched', version, url, reasonOf(failed));
  });
  await checked(fetched, digest, url);
  return resolve(await keepTool(fetched, FILE, TOOL, version), FILE);
}

async function jarOnTheMachine(path: string, digest: string | undefined, places: JarPlaces): Promise<string> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new ActionFailure('runner-jar-missing', path);
  if (digest === undefined) {
    await requireOutside('runner-jar', path, places.workspace, REMEDY);
    return path;
  }
  if (!(await isInside(path, places.workspace))) return checked(path, digest);
  // What was checked must be what runs, whatever becomes of the file in between.
  const copy = join(places.privateFolder, FILE);
  await copyFile(path, copy);
  return checked(copy, digest, path);
}

async function checked(path: string, digest: string, origin = path): Promise<string> {
  const has = await sha256Of(path);
  if (has !== digest.toLowerCase()) throw new ActionFailure('runner-digest-differs', origin, has, digest);
  return path;
}

/** Of the repository that the action itself comes from, on its own server: github.com or GHES. */
export function releaseUrl(env: Environment, version: string): string {
  const server = variable(env, 'GITHUB_SERVER_URL') ?? 'https://github.com';
  const repository = variable(env, 'GITHUB_ACTION_REPOSITORY') ?? variable(env, 'GITHUB_REPOSITORY') ?? '';
  return `${server}/${repository}/releases/download/v${version}/${FILE}`;
}
