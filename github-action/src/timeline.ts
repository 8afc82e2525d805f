import { harmlessLine } from './harmless.ts';
import { literal } from './markdown-text.ts';
import type { ReportStep } from './report-steps.ts';

const MOST_STEPS = 100;
const LONGEST_TEXT = 120;
const BAR_CELLS = 20;

const MARKS = { done: '✅', failed: '❌', unfinished: '⏳' } as const satisfies Record<
  ReportStep['outcome'],
  string
>;

/** When the agent did what, as a folded table with bars: GitHub's page has no other way to draw that is only text. */
export function timelineOf(steps: readonly ReportStep[], runMs: number | undefined): string {
  if (steps.length === 0 || runMs === undefined) return '';
  const rows = steps.slice(0, MOST_STEPS).map((step) => row(step, Math.max(1, runMs)));
  const rest = steps.length - rows.length;
  return [
    '\n### Timeline\n',
    `<details><summary>${String(steps.length)} steps in ${seconds(runMs)}</summary>\n`,
    '| at | in the run | took | step |\n| ---: | --- | ---: | --- |',
    ...rows,
    ...(rest === 0 ? [] : [`\n${String(rest)} more steps: report.html has all that were kept.`]),
    '\n</details>\n',
  ].join('\n');
}

function row({ text, outcome, startedMs, durationMs }: ReportStep, runMs: number): string {
  const told = harmlessLine(text);
  const shown = told.length > LONGEST_TEXT ? `${told.slice(0, LONGEST_TEXT).toWellFormed()} …` : told;
  const cells = [
    seconds(startedMs),
    startedMs === undefined ? '' : `\`${bar(startedMs / runMs, (startedMs + (durationMs ?? 0)) / runMs)}\``,
    seconds(durationMs),
    `${MARKS[outcome]} ${literal(shown)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Its part of the run, at least one cell wide. */
function bar(from: number, to: number): string {
  const first = Math.min(BAR_CELLS - 1, Math.max(0, Math.floor(from * BAR_CELLS)));
  const last = Math.min(BAR_CELLS, Math.max(first + 1, Math.ceil(to * BAR_CELLS)));
  return '·'.repeat(first) + '█'.repeat(last - first) + '·'.repeat(BAR_CELLS - last);
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `${(milliseconds / 1000).toFixed(1)} s`;
}
