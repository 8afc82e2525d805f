import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf, type ReportStep } from '../src/report-steps.ts';
import { timelineOf } from '../src/timeline.ts';

const when = (line: number, startedMs: number | null, durationMs: number | null): object => ({
  line,
  startedMs,
  durationMs,
});

const REPORT = {
  items: {
    commands: [
      { command: 'make test', status: 'failed', when: when(4, 5_000, 4_900) },
      { command: 'sleep 9', status: 'in_progress', when: when(9, 9_900, null) },
    ],
    patches: [{ status: 'completed', files: [{ path: 'a.ts' }, { path: 'b.ts' }], when: when(2, 1_000, 0) }],
    toolCalls: [{ server: 'jira', tool: 'read', status: 'completed', when: when(3, null, null) }],
    searches: [{ query: 'x', when: when(1, 0, 500) }],
    messages: [{ text: 'no step', when: when(5, 1, 1) }],
  },
};

const step = (text: string): ReportStep => ({ text, outcome: 'done', line: 1, startedMs: 0, durationMs: 1 });

describe('the timeline', () => {
  it('has what the agent did, in its order, with its part of the run', () => {
    expect(timelineOf(stepsOf(REPORT), 10_000)).toBe(`
### Timeline

<details><summary>5 steps in 10.0 s</summary>

| at | in the run | took | step |
| ---: | --- | ---: | --- |
| 0.0 s | \`█···················\` | 0.5 s | ✅ search\\: x |
| 1.0 s | \`··█·················\` | 0.0 s | ✅ patch\\: a\\.ts, b\\.ts |
|  |  |  | ✅ jira read |
| 5.0 s | \`··········██████████\` | 4.9 s | ❌ \\$ make test |
| 9.9 s | \`···················█\` |  | ⏳ \\$ sleep 9 |

</details>
`);
  });

  it('is left out where nothing was done, or nobody knows when', () => {
    expect([timelineOf([], 10), timelineOf([step('x')], undefined), timelineOf(stepsOf({}), 10)]).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('is bounded, and says what it has no room for', () => {
    const shown = timelineOf(
      Array.from({ length: 130 }, () => step('y'.repeat(500))),
      10,
    );
    expect(shown).toContain('30 more steps');
    expect(shown.length).toBeLessThan(30_000);
  });

  it('is one row for each step, whatever the agent ran', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, startedMs, durationMs) => {
        const shown = timelineOf([{ ...step(text), startedMs, durationMs }], 1_000);
        expect(shown.split(/\r\n|[\n\r\u2028\u2029]/)).toHaveLength(11);
        expect(/[^\\][|]/g.exec(shown.split('\n')[7]?.replaceAll(' | ', '').slice(1, -1) ?? '')).toBeNull();
      }),
    );
  });

  it('brings no markup to life', () => {
    const shown = timelineOf([step('echo <b>[x](http://y) @all `z` </details>')], 10);
    expect(shown).not.toMatch(/<b>|\]\(http|@all|<\/details>[^\n]/);
  });
});
