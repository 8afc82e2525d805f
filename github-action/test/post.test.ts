import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp } from '../src/leftovers.ts';
import { identify, isAlive } from '../src/process-identity.ts';
import { stateIn, type SavedState } from '../src/saved-state.ts';
import { ActionScene } from './scene/action-scene.ts';

const QUICK = { graceMs: 300, afterKillMs: 2_000 };
const RUN_ID = '11111111-2222-3333-4444-555555555555';
const started: ChildProcess[] = [];

afterEach(() => {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
});

/** A process as a killed step leaves it. */
async function leftover(env: Readonly<Record<string, string>>, script: string): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['-e', `${script}; process.stdout.write('up'); setInterval(() => {}, 1000)`],
    {
      env: { ...env },
      detached: true,
    },
  );
  started.push(child);
  await new Promise((up) => child.stdout.once('data', up));
  return child;
}

function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) settle(child.signalCode);
    else child.once('exit', (_, signal) => { settle(signal); });
  });
} // prettier-ignore

/** As a step saves it, and the machine that it ran on. */
function killedStep(runId?: string): { readonly saved: SavedState; readonly env: Record<string, string> } {
  const root = mkdtempSync(join(tmpdir(), 'post-'));
  const mark = randomUUID();
  const privateFolder = join(root, 'codex-runner', mark, 'private');
  mkdirSync(privateFolder, { recursive: true });
  writeFileSync(join(privateFolder, 'config.yaml'), 'x');
  const saved = { mark, privateFolder, ...(runId === undefined ? {} : { runId }) };
  return { saved, env: { RUNNER_TEMP: root, HOME: root } };
}

describe('what is left of a step that was killed', () => {
  it('is ended by its mark, gently first', async () => {
    const { saved, env } = killedStep();
    const child = await leftover({ CODEXRUNNER_ACTION_ID: saved.mark }, '');
    const said = await cleanUp(saved, env, QUICK);

    expect(await ended(child)).toBe('SIGTERM');
    expect(said[0]).toBe('1 processes of the run were still alive; ended, 0 of them by KILL.');
  });

  it('is killed where it takes no notice', async () => {
    const { saved, env } = killedStep();
    const child = await leftover({ CODEXRUNNER_ACTION_ID: saved.mark }, "process.on('SIGTERM', () => {})");
    const said = await cleanUp(saved, env, QUICK);

    expect(await ended(child)).toBe('SIGKILL');
    expect(said[0]).toContain('1 of them by KILL');
  });

  it("is found by the run's own mark where it was started by codex", async () => {
    const { saved, env } = killedStep(RUN_ID);
    const children = await Promise.all(
      [RUN_ID, `${RUN_ID}-aside`].map((id) => leftover({ CODEXRUNNER_RUN_ID: id }, '')),
    );
    await cleanUp(saved, env, QUICK);

    expect(await Promise.all(children.map(ended))).toEqual(['SIGTERM', 'SIGTERM']);
  });

  it("is never another run's, however alike", async () => {
    const { saved, env } = killedStep();
    const others = await Promise.all([
      leftover({ CODEXRUNNER_ACTION_ID: `${saved.mark}0` }, ''),
      leftover({ OTHER: `CODEXRUNNER_ACTION_ID=${saved.mark}` }, ''),
      leftover({ CODEXRUNNER_RUN_ID: RUN_ID }, ''),
    ]);
    const said = await cleanUp(saved, env, QUICK);

    expect(said).toEqual([`Removed ${saved.privateFolder}`]);
    const identities = await Promise.all(others.map((child) => identify(child.pid ?? 0)));
    for (const identity of identities) expect(identity !== undefined && (await isAlive(identity))).toBe(true);
  });

  it("is never what another job's run.json names, wherever that lies", async () => {
    const scene = new ActionScene();
    const report = join(scene.root, 'shared-report');
    mkdirSync(report);
    writeFileSync(join(report, 'run.json'), JSON.stringify({ id: RUN_ID }));
    const other = await leftover({ CODEXRUNNER_RUN_ID: RUN_ID }, '');
    const homes = join(scene.root, '.local/state/codex-runner/homes', RUN_ID);
    mkdirSync(homes, { recursive: true });
    const step = scene.start(
      { prompt: 'x', 'report-dir': report },
      { FAKE_RUNNER: 'waits for a signal', XDG_STATE_HOME: '' },
    );
    await step.said('waiting');
    step.process.kill('SIGKILL');
    await step.end();
    await scene.post();

    expect(other.exitCode ?? other.signalCode).toBeNull();
    expect(existsSync(homes)).toBe(true);
  });

  it('is also the private home of codex, and nothing else in its neighbourhood', async () => {
    const { saved, env } = killedStep(RUN_ID);
    const homes = join(env['HOME'] ?? '', 'state/codex-runner/homes');
    mkdirSync(join(homes, RUN_ID), { recursive: true });
    mkdirSync(join(homes, 'another'));
    await cleanUp(saved, { ...env, XDG_STATE_HOME: join(env['HOME'] ?? '', 'state') }, QUICK);

    expect(readdirSync(homes)).toEqual(['another']);
    expect(existsSync(saved.privateFolder)).toBe(false);
  });

  it('is no folder that a forged state names, and no process', async () => {
    const { saved, env } = killedStep();
    const child = await leftover({ CODEXRUNNER_ACTION_ID: saved.mark }, '');
    const foreign = mkdtempSync(join(tmpdir(), 'foreign-'));
    const said = await cleanUp({ ...saved, privateFolder: foreign }, env, QUICK);

    expect(said).toEqual(['The saved state is not of a step of this job: nothing is done.']);
    expect([existsSync(foreign), child.exitCode ?? child.signalCode]).toEqual([true, null]);
  });

  it.each([
    ["another job's step", true],
    ['a step that never was', false],
  ])('is no process that a forged state names by the mark of %s', async (_, isAnothers) => {
    const other = killedStep(RUN_ID);
    const { env } = killedStep();
    const children = await Promise.all([
      leftover({ CODEXRUNNER_ACTION_ID: other.saved.mark }, ''),
      leftover({ CODEXRUNNER_RUN_ID: RUN_ID }, ''),
    ]);
    const homes = join(env['HOME'] ?? '', '.local/state/codex-runner/homes', RUN_ID);
    mkdirSync(homes, { recursive: true });
    const here = join(env['RUNNER_TEMP'] ?? '', 'codex-runner', other.saved.mark, 'private');
    const forged = { ...other.saved, ...(isAnothers ? {} : { privateFolder: here }) };

    expect(await cleanUp(forged, env, QUICK)).toEqual([
      'The saved state is not of a step of this job: nothing is done.',
    ]);
    expect(children.map((child) => child.exitCode ?? child.signalCode)).toEqual([null, null]);
    expect(existsSync(homes)).toBe(true);
  });

  it('is also a copy that it was just putting into the tool cache, and nothing else there', async () => {
    const { saved, env } = killedStep();
    const cache = mkdtempSync(join(tmpdir(), 'cache-'));
    const version = join(cache, 'codex-runner/1.2.3');
    const names = ['', '.complete', `.${saved.mark}`, `.${saved.mark}-old`, `.${randomUUID()}`];
    names.forEach((name) => mkdirSync(join(version, `${process.arch}${name}`), { recursive: true }));
    await cleanUp(saved, { ...env, RUNNER_TOOL_CACHE: cache }, QUICK);

    const left = [names[0], names[1], names[4]].map((name) => `${process.arch}${name ?? ''}`);
    expect(readdirSync(version).sort()).toEqual(left.sort());
  });

  it('is no folder that a link leads to', async () => {
    const { saved, env } = killedStep();
    const foreign = mkdtempSync(join(tmpdir(), 'foreign-'));
    mkdirSync(join(foreign, 'private'));
    const base = join(saved.privateFolder, '..');
    rmSync(base, { recursive: true });
    symlinkSync(foreign, base);

    await cleanUp(saved, env, QUICK);
    expect(existsSync(join(foreign, 'private'))).toBe(true);
  });

  it('is not asked for in a state that is none', () => {
    expect(['7', 'null', '{}', '{"mark":1}', '{"mark":"../..","privateFolder":"/"}'].map(stateIn)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the post step', () => {
  it('says nothing after a step that cleaned up by itself', async () => {
    const scene = new ActionScene();
    await scene.run({ prompt: 'x' });
    expect(await scene.post()).toMatchObject({ exitCode: 0, log: '' });
  });

  it('says nothing where the step never began', async () => {
    const scene = new ActionScene();
    scene.environment({});
    expect(await scene.post()).toMatchObject({ exitCode: 0, log: '' });
  });

  it('ends a runner that outlived the step, and what that had started', async () => {
    const scene = new ActionScene();
    const step = scene.start({ prompt: 'x' }, { FAKE_RUNNER: 'ignores every signal' });
    await step.said('waiting');
    while (!readFileSync(scene.fileCommand('GITHUB_STATE'), 'utf8').includes(`"runId":"${RUN_ID}"`)) {
      await new Promise((later) => setTimeout(later, 20));
    }
    step.process.kill('SIGKILL');
    await step.end();

    const { exitCode, log } = await scene.post();

    expect(exitCode).toBe(0);
    expect(log).toMatch(
      /^[23] processes of the run were still alive; ended, [123] of them by KILL\.\nRemoved .*private\n$/,
    );
  });
});
