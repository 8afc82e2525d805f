import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from './github/claims.ts';
import type { JobCredentials } from './github/stand-in.ts';
import { jobEnvironment } from './job-environment.ts';
import { userRepository, type Repository } from './repositories.ts';
import { repositoryRoot, type Scene } from './scene.ts';
import { AUTH_MOUNT } from './vault.ts';

/** A step that uses the action, and the job around it. */
export interface StepStart {
  readonly name: string;
  readonly job: Job;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event?: (repository: Repository) => Record<string, unknown>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface PreparedStep {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly credentials: JobCredentials;
}

const FILES = ['output', 'state', 'env', 'path', 'summary'] as const;

/** The inputs that every run of the scene has: where the token lies, and which programs to take. */
export function usualInputs(scene: Scene, role = 'codex-shop-nightly-docs'): Record<string, string> {
  return {
    'vault-url': scene.vault.address,
    'vault-auth': 'jwt',
    'vault-auth-mount': AUTH_MOUNT,
    'vault-role': role,
    'vault-audience': scene.vault.address,
    'vault-path': 'secret/ci/codex#access_token',
    'ca-bundle': scene.backend.caBundle,
    'runner-jar': scene.programs.runnerJar,
    'codex-path': scene.programs.codex,
  };
}

/** The folders, the event file and the environment that GitHub's runner gives a step. */
export function prepare(scene: Scene, start: StepStart): PreparedStep {
  mkdirSync(`${scene.work}/home`, { recursive: true });
  const folder = mkdtempSync(`${scene.work}/${start.name}-`);
  const path = (name: string): string => join(folder, name);
  const credentials = scene.github.admit(start.job);
  const repository = userRepository(path('workspace'), start.job.repository, scene.github.host);
  for (const name of ['runner-temp', 'tool-cache', 'tmp', 'commands']) mkdirSync(path(name));
  for (const name of FILES) writeFileSync(path(`commands/${name}`), '');
  const event = {
    ...(start.event?.(repository) ?? {}),
    repository: { full_name: start.job.repository, visibility: start.job.visibility ?? 'private' },
    sender: { login: start.job.actor, type: 'User' },
  };
  writeFileSync(path('event.json'), JSON.stringify(event));
  return {
    folder,
    credentials,
    inputs: { command: 'exec', 'github-token': credentials.githubToken, ...start.inputs },
    env: {
      ...jobEnvironment(scene, credentials),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: start.job.repository,
      GITHUB_EVENT_NAME: start.job.eventName,
      GITHUB_EVENT_PATH: path('event.json'),
      GITHUB_ACTOR: start.job.actor,
      GITHUB_TRIGGERING_ACTOR: start.job.actor,
      GITHUB_REF: start.job.ref,
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'agent',
      GITHUB_WORKSPACE: path('workspace'),
      GITHUB_SERVER_URL: `https://${scene.github.host}`,
      GITHUB_API_URL: `https://${scene.github.host}/api/v3`,
      GITHUB_OUTPUT: path('commands/output'),
      GITHUB_STATE: path('commands/state'),
      GITHUB_ENV: path('commands/env'),
      GITHUB_PATH: path('commands/path'),
      GITHUB_STEP_SUMMARY: path('commands/summary'),
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_TEMP: path('runner-temp'),
      RUNNER_TOOL_CACHE: path('tool-cache'),
      TMPDIR: path('tmp'),
      ...start.env,
    },
  };
}

export interface Ended {
  readonly exitCode: number | null;
  readonly log: string;
}

/** One program with its output; `watch` sees the log grow and may signal the process. */
export function running(
  command: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  watch: (log: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const [program, ...words] = command;
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const add = (chunk: string): void => {
    log += chunk;
    watch(log, child);
  };
  child.stdout.setEncoding('utf8').on('data', add);
  child.stderr.setEncoding('utf8').on('data', add);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (exitCode) => {
      settle({ exitCode, log });
    });
  });
}

export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** Main and post as GitHub's runner starts them: by node, with nothing between. */
export async function runPlainly(
  step: PreparedStep,
  watch?: (log: string, child: ChildProcess) => void,
): Promise<Ended & { readonly post: Ended }> {
  const env = { ...step.env, ...inputVariables(step.inputs) };
  const cwd = step.env['GITHUB_WORKSPACE'] ?? step.folder;
  const dist = join(repositoryRoot, 'github-action/dist');
  const main = await running([process.execPath, join(dist, 'main.js')], { cwd, env }, watch);
  const states = Object.entries(fileCommand(join(step.folder, 'commands/state')));
  const post = await running([process.execPath, join(dist, 'post.js')], {
    cwd,
    env: { ...env, ...Object.fromEntries(states.map(([name, value]) => [`STATE_${name}`, value])) },
  });
  return { ...main, post };
}

/** What a step wrote to one of GitHub's files: `name=value` and `name<<END` in any mixture. */
export function fileCommand(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const found: Record<string, string> = {};
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    const plain = /^([^=]+)=(.*)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? '', at + 1);
      if (end < 0) throw new Error(`${file} has no end for ${heredoc[1] ?? ''}`);
      found[heredoc[1] ?? ''] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (plain !== null) {
      found[plain[1] ?? ''] = plain[2] ?? '';
    }
  }
  return found;
}
