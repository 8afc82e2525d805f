import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cancellation, Cancelled } from '../src/cancellation.ts';
import { runToTheEnd } from '../src/runner-process.ts';
import { ActionScene } from './scene/action-scene.ts';

describe('a signal', () => {
  const signals = new EventEmitter();
  const cancellation = (): Cancellation => new Cancellation(signals);
  const started = join(mkdtempSync(join(tmpdir(), 'cancelled-')), 'started');
  const run = (cancelled: Cancellation): Promise<number> =>
    runToTheEnd(
      { program: '/usr/bin/touch', args: [started], env: {}, folder: '/', stdin: '' },
      { started: () => undefined, stdout: () => undefined, stderr: () => undefined },
      cancelled,
    );

  it('ends what is waited for', async () => {
    const asked = cancellation().unless(() => new Promise(() => undefined));
    signals.emit('SIGTERM');
    await expect(asked).rejects.toMatchObject({ exitCode: 143 });
  });

  it('that comes while nothing is waited for is not forgotten: nothing is begun, and nothing started', async () => {
    const cancelled = cancellation();
    await cancelled.unless(() => Promise.resolve());
    signals.emit('SIGINT');
    signals.emit('SIGTERM');

    await expect(cancelled.unless(() => Promise.resolve())).rejects.toMatchObject({ exitCode: 130 });
    await expect(run(cancelled)).rejects.toBeInstanceOf(Cancelled);
    expect(existsSync(started)).toBe(false);
  });

  it('that did not come keeps nobody from anything', async () => {
    const quiet = cancellation();
    expect(await quiet.unless(() => Promise.resolve('done'))).toBe('done');
    expect(await run(quiet)).toBe(0);
    expect(existsSync(started)).toBe(true);
  });
});

describe('a step that is cancelled at any moment', () => {
  // As soon as node takes signals at all: /proc tells that the first handler stands.
  it('has its outputs, though nothing of it had begun', async () => {
    const step = new ActionScene().start({ prompt: 'x' }, { FAKE_RUNNER: 'waits for a signal' });
    await step.catches('SIGHUP');
    step.process.kill('SIGHUP');
    const ended = await step.end();

    expect(ended.signal).toBeNull();
    expect(ended.exitCode).toBe(129);
    expect(ended.outputs).toMatchObject({ verdict: 'failure', kind: 'cancelled', 'exit-code': '129' });
  });
});
