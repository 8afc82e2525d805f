import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutCredentials } from './addresses.ts';
import { programOf, type CodexFiles } from './codex-files.ts';
import type { Environment } from './environment.ts';
import { ActionFailure, PassingFailure } from './failure.ts';
import { npmEnvironment } from './npm-environment.ts';
import { npmTroubleMayPass } from './passing-trouble.ts';
import { CODEX_VERSION, type PinnedCodex } from './pinned.ts';
import { pathOutside, programOnPath } from './program-on-path.ts';
import { outputOf } from './short-command.ts';
import { CODEX_TOOL, type ToolCache } from './tool-cache.ts';

const INSTALL_MS = 10 * 60_000;
const REMEDY = 'Install npm on the machine, or codex itself, and name that: codex-path.';

export interface CodexProgram {
  readonly path: string;
  readonly version: string;
  readonly sha256?: string;
  /** `undefined` where nobody knows what they must be. */
  readonly files?: CodexFiles;
}

export interface WantedCodex {
  readonly version: string;
  readonly digests: PinnedCodex | undefined;
  readonly registry: string | undefined;
  readonly workspace: string;
  /** Where npm may work. */
  readonly temporaryFolder: string;
  /** The lock file's folder, part of the action. */
  readonly lockFolder: string;
  /** For npm, besides what it gets of the job's environment. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * codex from npm, kept in the tool cache. The pinned version comes by `npm ci` with the lock file that is part of the
 * action: npm refuses what differs from its digests, from whichever registry it comes. Of any other version nothing is
 * known; the runner demands its digest by codex-sha256 where one was given. Install scripts never run. What lies in the cache
 * is checked by requireCodexFiles, right before it is used.
 */
export async function installCodex(
  wanted: WantedCodex,
  env: Environment,
  cache: ToolCache,
): Promise<CodexProgram> {
  const kept = await cache.find(CODEX_TOOL, wanted.version);
  const folder = kept ?? (await install(wanted, env, cache));
  const installed = join(folder, 'node_modules', '@openai');
  const { version, digests } = wanted;
  if (digests === undefined) return { path: join(installed, 'codex'), version };
  const files = { installed, digests };
  return { path: programOf(files), version, sha256: digests.program, files };
}

async function install(wanted: WantedCodex, env: Environment, cache: ToolCache): Promise<string> {
  await mkdir(wanted.temporaryFolder, { recursive: true });
  // Without links on the way: npm compares the folder with its own idea of it, which has none.
  const folder = await realpath(await mkdtemp(join(wanted.temporaryFolder, 'codex-')));
  await run(wanted, env, folder);
  const kept = await cache.keep(folder, CODEX_TOOL, wanted.version);
  if (kept !== folder) await rm(folder, { recursive: true, force: true });
  return kept;
}

async function run(wanted: WantedCodex, env: Environment, folder: string): Promise<void> {
  const { version, workspace, registry } = wanted;
  const npm = await programOnPath('npm', env, workspace, REMEDY);
  if (npm === undefined) throw new ActionFailure('codex-not-installed', version, 'npm is not on PATH');
  const isPinned = version === CODEX_VERSION;
  if (isPinned) await cp(wanted.lockFolder, folder, { recursive: true });
  else await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const task = isPinned ? ['ci'] : ['install', '--save-exact', `@openai/codex@${version}`];
  const { exitCode, output } = await outputOf(
    npm,
    [...task, `--prefix=${folder}`, '--ignore-scripts', '--no-audit', '--no-fund'],
    npmEnvironment(env, await pathOutside(env, workspace), registry, wanted.variables),
    INSTALL_MS,
    folder,
  );
  if (exitCode === 0) return;
  const Failure = npmTroubleMayPass(output) ? PassingFailure : ActionFailure;
  throw new Failure('codex-not-installed', version, lastWords(output));
}

/** npm tells the reason in its first lines that begin with "npm error", and then where its log lies. */
function lastWords(output: string): string {
  const errors = output
    .split('\n')
    .filter((line) => line.startsWith('npm error'))
    .map((line) => line.slice('npm error'.length).trim());
  return withoutCredentials(errors.slice(0, 3).join(' ')).slice(0, 500) || 'npm said nothing';
}
