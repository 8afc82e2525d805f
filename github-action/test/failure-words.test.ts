import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../src/annotations.ts';
import { ActionFailure } from '../src/failure.ts';
import { ofFailure, ofReport } from '../src/outcome.ts';
import type { Report } from '../src/report.ts';
import { asSaidInWorkflow, inWorkflowWords } from '../src/runner-words.ts';
import { saidIn } from '../src/said-failure.ts';
import { summaryOf } from '../src/summary.ts';

const NOTHING_DONE: Omit<Report, 'verdict'> = {
  runId: undefined,
  threadId: undefined,
  attempts: 0,
  durationMs: 1,
  usage: undefined,
  finalMessage: undefined,
  structuredOutput: undefined,
  changedFiles: undefined,
  changedCount: undefined,
};

describe('what is said of a failure', () => {
  it("has each of several problems, in a workflow's words", () => {
    const file = '/tmp/codex-runner/1/private/config.yaml';
    const stderr = [
      'error: The configuration has 2 problems.',
      '  why:',
      `  1. ${file}:1:1 timeout is "soon". It must be a duration. [invalid-value]`,
      '     Correct it, or leave it out where it may be.',
      '  2. --vault-addr and --allow-override are missing, and --cd. [missing]',
      '     Give --vault-jwt-file, or --codex-config.',
      '  fix: Mend them all, then repeat the command. [several-problems, docs/troubleshooting.md#several-problems]',
      '',
    ].join('\n');
    const said = saidIn(stderr);
    expect(said && asSaidInWorkflow(said, file)).toMatchObject({
      what: [
        'The configuration has 2 problems.',
        '  1. input config, line 1: timeout is "soon". It must be a duration. [invalid-value]',
        '     Correct it, or leave it out where it may be.',
        '  2. vault-url and config key allow-override are missing, and working-directory. [missing]',
        '     Give config key vault-jwt-file, or --codex-config.',
      ].join('\n'),
      why: '',
    });
  });

  it("names no flag where the runner's report does", () => {
    const verdict = { status: 'failure', kind: 'config', code: 'x-y', exitCode: 2, reason: 'No --vault-role.', fix: 'Set --vault-role=X.', retryable: false } as const; // prettier-ignore
    const outcome = ofReport({ ...NOTHING_DONE, verdict }, 2);
    expect(outcome).toMatchObject({ reason: 'No vault-role.', fix: 'Set vault-role=X.' });
    const page = summaryOf(outcome, '# page\n', {});
    expect(page).toContain('`--vault-role` is `vault-role`');
    expect(page).toContain('More on it: `docs/troubleshooting.md#x-y`');
    expect(inWorkflowWords('openssl -in x --json a--cd --cd-x')).toBe('openssl -in x --json a--cd --cd-x');
    const line = '::error title=codex-runner%3A config::Set --vault-role.';
    expect(annotationsOf(outcome, line).commands).toEqual([line.replace('--', '')]);
    const finding = '::error file=a,title=Use --cd::Set --vault-role.';
    expect(annotationsOf(outcome, finding).commands).toEqual([finding]);
  });

  it('has its reason on the page and in the annotation, which the remedy leans on', () => {
    const failure = new ActionFailure('actor-not-allowed', 'bob', 'The permission is read; write is needed.');
    const outcome = ofFailure(failure);
    expect(summaryOf(outcome, undefined, {})).toContain(
      '**Why:** The permission is read; write is needed\\.',
    );
    expect(annotationsOf(outcome, undefined).commands[0]).toContain(
      '%0AWhy: The permission is read; write is needed.%0AWhat to do: Have somebody with that permission',
    );
  });
});
