import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileCommands } from '../src/file-commands.ts';
import { reportFiles } from '../src/report-files.ts';
import { runnerConsole } from '../src/runner-console.ts';
import { finish } from '../src/step-results.ts';
import type { Surroundings } from '../src/surroundings.ts';
import { keyValues } from './scene/action-scene.ts';

describe('what the action itself wrote to the file commands', () => {
  it('is all that stands there at the end, and the step fails where it was not', async () => {
    const root = mkdtempSync(join(tmpdir(), 'commands-'));
    const reportFolder = join(root, 'report');
    mkdirSync(reportFolder);
    const before = await reportFiles(reportFolder);
    const verdict = { status: 'success', kind: 'success', code: 'success', exitCode: 0, reason: '', fix: '' };
    // Too large for an output: a warning is printed then, after the outputs were written.
    const structuredOutput = 'x'.repeat(300_000);
    const report = { schemaVersion: 1, run: {}, codex: {}, verdict, structuredOutput };
    writeFileSync(join(reportFolder, 'report.json'), JSON.stringify(report));
    writeFileSync(join(reportFolder, 'report.md'), '# success');
    const env = { GITHUB_OUTPUT: join(root, 'output'), GITHUB_STEP_SUMMARY: join(root, 'summary') };
    Object.values(env).forEach((file) => {
      writeFileSync(file, '');
    });
    const console = {
      ...runnerConsole(() => undefined),
      warning: (): void => {
        appendFileSync(env.GITHUB_OUTPUT, 'verdict<<X\nforged\nX\n');
      },
    };
    const world = { env, console, fileCommands: await FileCommands.open(env) } as unknown as Surroundings;
    const inputs = {
      given: new Map(),
      command: 'exec',
      sources: { inputs: new Map(), env: {}, config: new Map() },
      problems: [],
      secrets: [],
    } as const;
    const folders = { id: 'x', privateFolder: join(root, 'private'), reportFolder, before };
    const end = { exitCode: 0, stderr: '', stdout: '', runId: undefined, claims: [], tampered: [] };

    expect(await finish(end, inputs, folders, world)).toBe(12);
    const outputs = keyValues(readFileSync(env.GITHUB_OUTPUT, 'utf8'));
    expect(outputs).toMatchObject({ verdict: 'failure', code: 'file-commands-tampered' });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).not.toContain('success');
  });

  it('is not waited for where somebody put a pipe, and stands in a file again', async () => {
    const state = join(mkdtempSync(join(tmpdir(), 'commands-')), 'state');
    writeFileSync(state, '');
    const commands = await FileCommands.open({ GITHUB_STATE: state });
    rmSync(state);
    execFileSync('mkfifo', [state]);
    await commands.set('GITHUB_STATE', { name: 'value' });

    expect(await commands.restoreTampered()).toEqual(['GITHUB_STATE']);
    expect(keyValues(readFileSync(state, 'utf8'))).toEqual({ name: 'value' });
  });
});
