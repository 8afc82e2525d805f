import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');
const FAKE_RUNNER = join(import.meta.dirname, 'fake-runner.ts');

const FILE_COMMANDS = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

export interface FinishedStep {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A machine with a job on it: folders, file commands, a fake java; steps run the committed bundle. */
export class ActionScene {
  readonly root = mkdtempSync(join(tmpdir(), 'action-'));
  readonly workspace = this.folder('workspace');
  readonly temp = this.folder('temp');
  readonly jar = join(this.root, 'codex-runner.jar');
  private readonly commands = this.folder('commands');
  private readonly javaHome = this.folder('jdk');
  /** Of a private repository, as GitHub tells it in every event. */
  event: Readonly<Record<string, unknown>> = { repository: { full_name: 'corp/app', private: true } };

  constructor() {
    writeFileSync(this.jar, 'PK\u0003\u0004: a jar');
    mkdirSync(join(this.javaHome, 'bin'));
    writeFileSync(join(this.javaHome, 'release'), 'JAVA_VERSION="17.0.15"\n');
    const java = join(this.javaHome, 'bin', 'java');
    // Everything up to the jar is the JVM's own.
    writeFileSync(
      java,
      `#!/bin/sh\nwhile [ "$1" != -jar ]; do shift; done; shift 2\nexec "${process.execPath}" "${FAKE_RUNNER}" "$@"\n`,
    );
    chmodSync(java, 0o755);
  }

  private folder(name: string): string {
    const folder = join(this.root, name);
    mkdirSync(folder);
    return folder;
  }

  fileCommand(name: (typeof FILE_COMMANDS)[number]): string {
    return join(this.commands, name);
  }

  /** The environment that GitHub's runner gives to the step, without anything of this machine's own. */
  environment(
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Record<string, string> {
    const eventFile = join(this.root, 'event.json');
    writeFileSync(eventFile, JSON.stringify(this.event));
    for (const name of FILE_COMMANDS) writeFileSync(this.fileCommand(name), '');
    const all = { 'runner-jar': this.jar, 'codex-path': '/opt/codex', 'java-home': this.javaHome, ...inputs };
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.root,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_REPOSITORY: 'corp/app',
      GITHUB_ACTOR: 'alice',
      GITHUB_TRIGGERING_ACTOR: 'alice',
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_ENVIRONMENT: 'self-hosted',
      RUNNER_TEMP: this.temp,
      ...Object.fromEntries(FILE_COMMANDS.map((name) => [name, this.fileCommand(name)])),
      ...Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    };
  }

  start(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): StartedStep {
    return new StartedStep(this, 'main', this.environment(inputs, env));
  }

  run(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Promise<FinishedStep> {
    return this.start(inputs, env).end();
  }

  /** The post step, with the state that the main step saved. */
  async post(): Promise<FinishedStep> {
    const state = keyValues(readFileSync(this.fileCommand('GITHUB_STATE'), 'utf8'));
    const env = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
    return new StartedStep(this, 'post', { ...this.environment({}), ...env }).end();
  }
}

export class StartedStep {
  readonly process: ChildProcess;
  private readonly scene: ActionScene;
  private log = '';

  constructor(scene: ActionScene, entry: 'main' | 'post', env: Record<string, string>) {
    this.scene = scene;
    this.process = spawn(process.execPath, [join(DIST, `${entry}.js`)], { env, cwd: scene.workspace });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.log += chunk.toString('utf8')));
    }
  }

  /** Until the log has this text. */
  async said(text: string): Promise<void> {
    while (!this.log.includes(text)) {
      await new Promise((again) => this.process.stdout?.once('data', again));
    }
  }

  /** Until it has a handler of its own for the signal. */
  async catches(signal: NodeJS.Signals): Promise<void> {
    const bit = 1n << BigInt(constants.signals[signal] - 1);
    const caught = (): bigint => {
      const status = readFileSync(`/proc/${String(this.process.pid)}/status`, 'utf8');
      return BigInt(`0x${/^SigCgt:\s*(?<bits>\w+)$/m.exec(status)?.groups?.['bits'] ?? '0'}`);
    };
    while ((caught() & bit) === 0n) await new Promise((later) => setImmediate(later));
  }

  end(): Promise<FinishedStep> {
    return new Promise((settle) => {
      this.process.once('close', (exitCode, signal) => {
        const read = (name: (typeof FILE_COMMANDS)[number]): string => {
          const file = this.scene.fileCommand(name);
          return existsSync(file) ? readFileSync(file, 'utf8') : '';
        };
        settle({
          exitCode,
          signal,
          log: this.log,
          outputs: keyValues(read('GITHUB_OUTPUT')),
          summary: read('GITHUB_STEP_SUMMARY'),
        });
      });
    });
  }
}

/** As GitHub's runner reads a file command: name<<delimiter, lines, delimiter. A later one wins. */
export function keyValues(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [name, delimiter] = (lines[at] ?? '').split('<<');
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    values[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return values;
}
