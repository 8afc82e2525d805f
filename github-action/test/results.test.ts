import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationsOf, isAnnotation } from '../src/annotations.ts';
import { ActionFailure, asFailure } from '../src/failure.ts';
import { ofExitCode, ofFailure, ofReport } from '../src/outcome.ts';
import { cut, LARGEST_OUTPUT_BYTES, outputsOf } from '../src/outputs.ts';
import { readReport, reportOf, type Report } from '../src/report.ts';
import { annotation } from '../src/runner-console.ts';
import { literal } from '../src/markdown-text.ts';
import { saidIn } from '../src/said-failure.ts';
import { summaryOf } from '../src/summary.ts';
import { commandsIn } from './scene/runner-model.ts';

const VERDICT = { status: 'success', kind: 'success', code: 'success', exitCode: 0, reason: 'Done.', fix: '', retryable: false } as const; // prettier-ignore

function report(change: Partial<Report> = {}): Report {
  return {
    verdict: VERDICT,
    runId: undefined,
    threadId: undefined,
    attempts: 1,
    durationMs: 1,
    usage: undefined,
    finalMessage: 'x',
    structuredOutput: undefined,
    changedFiles: [],
    changedCount: 0,
    ...change,
  };
}

describe('an output', () => {
  it('is cut between characters, with a note', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'é', '€', '👩'), fc.nat(3), (character, before) => {
        const shown = cut('x'.repeat(before) + character.repeat(LARGEST_OUTPUT_BYTES + 1));
        expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(LARGEST_OUTPUT_BYTES);
        // Compared as booleans: a quarter of a megabyte helps nobody in a failed test's message.
        expect(shown.endsWith('\n[cut here: report.json has all of it]')).toBe(true);
        expect(shown.includes('\ufffd')).toBe(false);
        expect(Buffer.byteLength(shown) > LARGEST_OUTPUT_BYTES - 4).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('that is JSON is whole or empty', () => {
    const large = report({ structuredOutput: `"${'y'.repeat(LARGEST_OUTPUT_BYTES)}"` });
    const { values, warnings } = outputsOf(ofReport(large, 0), undefined);
    expect(values['structured-output']).toBe('');
    expect(warnings).toEqual([
      'The output structured-output is too large and left empty; report.json has it.',
    ]);
  });

  it('lists as many changed files as there is room for, and says that there are more', () => {
    const paths = Array.from({ length: 1000 }, (_, number) => `${String(number)}/${'z'.repeat(500)}`);
    const { values, warnings } = outputsOf(
      ofReport(report({ changedFiles: paths, changedCount: 4000 }), 0),
      undefined,
    );
    const listed = JSON.parse(values['changed-files']) as readonly string[];
    expect(listed).toEqual(paths.slice(0, listed.length));
    expect(listed.length).toBeGreaterThan(500);
    expect(values['changed-files-count']).toBe('4000');
    expect(warnings).toHaveLength(1);
  });

  it('tells false, zero and nothing apart', () => {
    const { values } = outputsOf(
      ofReport(report({ structuredOutput: 'false', changedCount: 0 }), 0),
      undefined,
    );
    expect([values['structured-output'], values['changed-files-count'], values['input-tokens']]).toEqual([
      'false',
      '0',
      '',
    ]);
  });
});

describe('an outcome', () => {
  it("is the report's where its exit code is the runner's", () => {
    expect(ofReport(report(), 0)).toMatchObject({ verdict: 'success', kind: 'success' });
  });

  it.each([1, 15, 137])(
    "is no success where the runner's exit code is %i, whatever the report says",
    (exitCode) => {
      expect(ofReport(report(), exitCode)).toMatchObject({ verdict: 'failure', exitCode });
    },
  );

  it('is no success either where the report failed and the runner says 0', () => {
    const failed = report({ verdict: { ...VERDICT, status: 'failure', kind: 'timeout', exitCode: 11 } });
    expect(ofReport(failed, 0)).toMatchObject({
      verdict: 'failure',
      exitCode: 1,
      code: 'report-contradicts',
    });
    const odd = report({ verdict: { ...VERDICT, status: 'failure' } });
    expect(ofReport(odd, 0)).toMatchObject({ verdict: 'failure', exitCode: 1 });
  });

  it('of a failure of the action has its exit code by its kind', () => {
    expect(ofFailure(new ActionFailure('identity-token-refused', 'no'))).toMatchObject({
      exitCode: 3,
      kind: 'secret_source',
    });
  });

  it('of a bug has no message, which may quote a secret', () => {
    const failure = asFailure(new TypeError('hvs.secret is not a function'));
    expect(failure).toMatchObject({ code: 'action-internal-error', exitCode: 1 });
    expect(`${failure.what}${failure.why}${failure.fix}`).not.toContain('hvs.secret');
  });

  it("has the runner's own words where it refused to start", () => {
    const stderr = [
      'warning: something',
      'error: The configuration has 2 problems:',
      '  --timeout: It must be a duration.',
      '  --sandbox: It must be one of three.',
      '  why: Nothing was started.',
      '  fix: Correct them. [config-problems, docs/troubleshooting.md#config-problems]',
      '',
    ].join('\n');
    expect(saidIn(stderr)).toEqual({
      what: 'The configuration has 2 problems:\n  --timeout: It must be a duration.\n  --sandbox: It must be one of three.',
      why: 'Nothing was started.',
      fix: 'Correct them.',
      code: 'config-problems',
      page: 'docs/troubleshooting.md#config-problems',
    });
    expect(ofExitCode(2, saidIn(stderr))).toMatchObject({ kind: 'config', code: 'config-problems' });
  });

  it('has words of its own where the runner said nothing', () => {
    expect(ofExitCode(137)).toMatchObject({
      kind: 'cancelled',
      reason: 'codex-runner ended with exit code 137.',
    });
    expect(saidIn('error: half')).toBeUndefined();
    expect(saidIn('error: x\n'.repeat(20_000))).toBeUndefined();
  });
});

describe('a report', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'report-'));

  it('is not read through a link, from a pipe, or without a bound', async () => {
    const [link, pipe, huge] = [folder(), folder(), folder()].map((place) => join(place, 'report.json'));
    if (link === undefined || pipe === undefined || huge === undefined) throw new Error('no folders');
    symlinkSync('/etc/hostname', link);
    execFileSync('mkfifo', [pipe]);
    writeFileSync(huge, '');
    truncateSync(huge, 65 * 1024 * 1024);

    expect(await readReport(link)).toEqual({ kind: 'unreadable', reason: 'it is a link' });
    expect(await readReport(pipe)).toEqual({ kind: 'unreadable', reason: 'it is no regular file' });
    expect(await readReport(huge)).toEqual({ kind: 'unreadable', reason: 'it has more than 67108864 bytes' });
    expect(await readReport(join(folder(), 'report.json'))).toEqual({ kind: 'absent' });
  });

  it('is not read from a folder that was put in the place of the right one', async () => {
    const real = folder();
    writeFileSync(join(real, 'report.json'), '{}');
    const swapped = join(folder(), 'swapped');
    symlinkSync(real, swapped);
    expect(await readReport(join(swapped, 'report.json'))).toEqual({
      kind: 'unreadable',
      reason: 'its folder was replaced',
    });
  });

  it.each([
    null,
    [],
    'text',
    {},
    { schemaVersion: 2 },
    { schemaVersion: 1 },
    { schemaVersion: 1, verdict: {}, codex: {} },
  ])('is none: %j', (content) => {
    expect(() => reportOf(JSON.stringify(content))).toThrow(/^it/);
  });
});

describe('annotations', () => {
  it('are those that the runner writes', () => {
    const file = '::error file=a b.ts,line=1,endLine=2,title=t%2C%3A::text, with :: in it%0Anext\n';
    expect(annotationsOf(ofReport(report(), 0), file)).toEqual({ commands: [file.trim()], warnings: [] });
  });

  it.each([
    '::add-mask::x',
    '::error::x',
    '::error ::x',
    ' ::error title=x::y',
    '::error title=x,name=y::z',
    '::error title=x::y\u2028::add-mask::z',
    '::error title=x::y\r::add-mask::z',
    '::error title=x::##[add-mask]z',
    '::ERROR title=x::y',
    '::group title=x::y',
  ])('are not %j', (line) => {
    expect(isAnnotation(line)).toBe(false);
  });

  it('made of any text are one command of their level each', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, message) => {
        const commands = commandsIn(annotation('error', title, message));
        expect(commands.map(({ name }) => name)).toEqual(['error']);
      }),
    );
  });

  it('are our own where the runner wrote none, for a failure only', () => {
    expect(annotationsOf(ofExitCode(0), undefined).commands).toEqual([]);
    expect(annotationsOf(ofExitCode(11), undefined).commands).toHaveLength(1);
  });
});

describe('the summary', () => {
  it("is the runner's page", () => {
    expect(summaryOf(ofReport(report(), 0), '# page\n', {})).toBe('# page\n');
  });

  it('of a refusal has no markup, link or mention of what a stranger chose', () => {
    const page = summaryOf(
      ofFailure(new ActionFailure('bot-not-allowed', '@all<img src=x>[a](http://b)\n# x', '@all')),
      undefined,
      {},
    );
    expect(page).not.toMatch(/@all|<img|\[a\]\(|\n# x|http:\/\//);
  });

  it('links to nothing but a page of the repository that the action comes from', () => {
    const page = (ref: string): string =>
      summaryOf(ofFailure(new ActionFailure('java-missing', 'x')), undefined, {
        GITHUB_ACTION_REPOSITORY: 'sec/codex-runner',
        GITHUB_ACTION_REF: ref,
      });
    const address = 'https://github.com/sec/codex-runner/blob/v1/github-action/README.md#java-missing';
    expect(page('v1')).toContain(`(${address})`);
    expect(page('v1)](http://b')).not.toContain('http');
    expect(page('')).toContain('More on it: `github-action/README.md#java-missing`');
  });

  it('shows any text as it is', () => {
    expect(literal('a_b*c')).toBe('a\\_b\\*c');
  });
});
