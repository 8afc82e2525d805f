import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { GitHubStandIn } from './github/stand-in.ts';
import { Vault } from './vault.ts';

const run = promisify(execFile);

export const repositoryRoot = resolve(import.meta.dirname, '../..');
export const repositoryName = 'your-org/shop';
export const repositoryId = '734512098';

/** What scripts/lib/check-github-action started and brought, each by a variable of its own. */
function given(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: the scene is started by scripts/lib/check-github-action`);
  }
  return value;
}

export interface Scene {
  /** A folder for what the runs write; not below /tmp, where codex refuses its home. */
  readonly work: string;
  readonly github: GitHubStandIn;
  readonly vault: Vault;
  readonly backend: Backend;
  readonly programs: Programs;
}

export interface Backend {
  readonly folder: string;
  readonly origin: string;
  readonly caBundle: string;
  /** The access token that lies in the vault. */
  readonly token: string;
}

export interface Programs {
  readonly codex: string;
  readonly runnerJar: string;
  readonly act: string;
  readonly localAction: string;
}

let started: Promise<Scene> | undefined;

/** The one scene of this process. The stand-ins end with it. */
export function scene(): Promise<Scene> {
  started ??= start();
  return started;
}

async function start(): Promise<Scene> {
  const work = given('SCENE_WORK');
  const folder = given('SCENE_BACKEND');
  mkdirSync(work, { recursive: true });
  const ready = JSON.parse(readFileSync(`${folder}.out`, 'utf8').split('\n')[0] ?? '') as { origin: string };
  const backend: Backend = {
    folder,
    origin: ready.origin,
    caBundle: `${folder}/ca.pem`,
    token: readFileSync(`${folder}/token`, 'utf8').trim(),
  };
  const github = await GitHubStandIn.start(folder);
  const vault = new Vault(given('SCENE_VAULT_ADDR'), given('SCENE_VAULT_ROOT_TOKEN_FILE'));
  await setUpVault(vault, github, backend, { REVIEW_BY_OWN_FILE: 'accepted' });
  return {
    work,
    github,
    vault,
    backend,
    programs: {
      codex: given('SCENE_CODEX'),
      runnerJar: given('SCENE_RUNNER_JAR'),
      act: given('SCENE_ACT'),
      localAction: given('SCENE_LOCAL_ACTION'),
    },
  };
}

/** With the script that the examples' readers run; `changes` are its parameters. */
export async function setUpVault(
  vault: Vault,
  github: GitHubStandIn,
  backend: Backend,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  await run(resolve(repositoryRoot, 'github-action/examples/vault/set-up'), {
    env: {
      PATH: given('PATH'),
      HOME: given('SCENE_WORK'),
      VAULT_CLI: given('SCENE_BAO'),
      VAULT_ADDR: vault.address,
      VAULT_CACERT: backend.caBundle,
      VAULT_TOKEN: vault.rootToken,
      REPOSITORY_NAME: repositoryName,
      REPOSITORY_ID: repositoryId,
      GITHUB_ISSUER: github.issuer.issuer,
      GITHUB_ISSUER_CA: backend.caBundle,
      ...changes,
    },
  });
}
