import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ActionScene, type FinishedStep } from './scene/action-scene.ts';
import { commandsIn } from './scene/runner-model.ts';

const PROMPT = { prompt: 'Do it.' };

function run(
  behaviour: string,
  inputs: Readonly<Record<string, string>> = PROMPT,
  env: Readonly<Record<string, string>> = {},
  scene = new ActionScene(),
): Promise<FinishedStep> {
  return scene.run(inputs, { FAKE_RUNNER: behaviour, ...env });
}

describe('what the agent makes the runner print', () => {
  it('never reaches GitHub as a command', async () => {
    const { log, outputs } = await run('talks to the runner');

    expect(new Set(commandsIn(log).map(({ name }) => name)).size).toBe(2);
    expect(outputs['verdict']).toBe('success');
  });

  it('does not use up the memory or the time where it is a flood', async () => {
    const step = await run('floods standard error');
    expect(step.exitCode).toBe(0);
    expect(step.log.length).toBeGreaterThan(20_000_000);
  });

  it('waits in the pipe, and not in memory, as long as nobody reads the log', async () => {
    const scene = new ActionScene();
    const step = scene.start(PROMPT, { FAKE_RUNNER: 'floods without an end' });
    await step.said('x'.repeat(1024));
    step.process.stdout?.pause();
    const [id = ''] = readdirSync(join(scene.temp, 'codex-runner'));
    const written = (): string =>
      readFileSync(join(scene.temp, 'codex-runner', id, 'report/lines.txt'), 'utf8');
    // The runner stands still: a pipe or two take no more. Else it would go on until there is no memory left.
    for (let before = ''; before === '' || written() !== before;) {
      before = written();
      await new Promise((later) => setTimeout(later, 500));
    }
    step.process.kill('SIGTERM');
    step.process.stdout?.destroy();

    expect((await step.end()).exitCode).toBe(143);
  });

  it('does not keep the step waiting where a process that was left behind holds the pipe', async () => {
    expect((await run('leaves a child on its pipes')).exitCode).toBe(0);
  });

  it('is an annotation only where it is nothing else', async () => {
    const { log } = await run('writes annotations of all sorts');
    const told = commandsIn(log).filter(({ name }) => /error|warning|notice|set-output/.test(name));

    expect(told).toEqual([
      { name: 'error', data: 'A message%0Aof two lines' },
      { name: 'notice', data: 'Yes.' },
      { name: 'warning', data: '3 lines of annotations.txt are no annotations and were left out.' },
    ]);
  });
});

describe('the files by which a step speaks to later ones', () => {
  it('fail the run where somebody else wrote to them, and are as before', async () => {
    const scene = new ActionScene();
    const step = await run('writes to the file commands', PROMPT, {}, scene);

    expect(step.exitCode).toBe(12);
    expect(step.outputs).toMatchObject({
      verdict: 'failure',
      kind: 'policy',
      code: 'file-commands-tampered',
    });
    expect(readFileSync(scene.fileCommand('GITHUB_ENV'), 'utf8')).toBe('');
    expect(readFileSync(scene.fileCommand('GITHUB_PATH'), 'utf8')).toBe('');
    expect(readFileSync(scene.fileCommand('GITHUB_OUTPUT'), 'utf8')).not.toContain('evil');
    expect(step.summary).not.toContain('evil');
    expect(step.summary).toContain('❌');
    expect(step.summary).not.toContain('success');
  });

  it('are not written through a link', async () => {
    const step = await run('puts a link for the output file');

    expect(step.exitCode).toBe(12);
    expect(readFileSync(join(step.outputs['report-path'] ?? '', 'x'), 'utf8')).toBe('');
    expect(step.outputs['code']).toBe('file-commands-tampered');
  });
});

describe('a job that is cancelled', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('lets the runner end by %s, and tells its verdict', async (signal, exitCode) => {
    const step = new ActionScene().start(PROMPT, { FAKE_RUNNER: 'waits for a signal' });
    await step.said('waiting');
    step.process.kill(signal);
    const ended = await step.end();

    expect(ended.exitCode).toBe(exitCode);
    expect(ended.outputs).toMatchObject({ kind: 'cancelled', 'exit-code': String(exitCode) });
    expect(commandsIn(ended.log).at(-1)).toMatchObject({ name: 'error' });
  });

  it('has its outputs although GitHub asks a second time while they are written', async () => {
    const step = new ActionScene().start(PROMPT, { FAKE_RUNNER: 'waits for a signal' });
    await step.said('waiting');
    step.process.kill('SIGINT');
    const repeated = setInterval(() => step.process.kill('SIGTERM'), 5);
    const ended = await step.end();
    clearInterval(repeated);

    expect([130, 143]).toContain(ended.exitCode);
    expect(ended.outputs).toMatchObject({ kind: 'cancelled', 'report-html': '' });
    expect(ended.signal).toBeNull();
  });

  it("is one, too, where GitHub's runner has died and nobody reads the log", async () => {
    const step = new ActionScene().start(PROMPT, { FAKE_RUNNER: 'talks until it is told to end' });
    await step.said('still here');
    step.process.stdout?.destroy();
    const ended = await step.end();

    expect(ended.exitCode).toBe(143);
    expect(ended.outputs).toMatchObject({ kind: 'cancelled' });
  });

  it('has its outputs and its page where nothing was started yet', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const asked = new Promise((request) => silent.once('request', request));
    const vault = { 'vault-url': 'https://vault.example.com', 'vault-auth': 'jwt', 'vault-role': 'ci' };
    const step = new ActionScene().start(
      { ...PROMPT, ...vault },
      {
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/?x=y`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
      },
    );
    await asked;
    step.process.kill('SIGINT');
    const ended = await step.end();
    silent.closeAllConnections();
    silent.close();

    expect(ended.exitCode).toBe(130);
    expect(ended.outputs).toMatchObject({ verdict: 'failure', kind: 'cancelled', 'exit-code': '130' });
    expect(ended.summary).toContain('cancelled');
  });
});
