import type { Annotation } from './runner-log.ts';

/** One line of act's log. */
interface Entry {
  readonly msg: string;
  readonly job?: string;
  readonly step?: string;
  readonly stage?: string;
  readonly stepID?: readonly string[];
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly content?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly stepResult?: string;
  readonly jobResult?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

/** What act's log tells of a workflow. */
export interface ActLog {
  /** All that act printed, secrets unhidden, but for what was told it to hide. */
  readonly log: string;
  /** What the action told GitHub to hide. */
  readonly masks: readonly string[];
  readonly entries: readonly Entry[];
  readonly summary: string;
  /** The outputs of a step by its id; of several jobs' the last. */
  outputs(step: string): Readonly<Record<string, string>>;
  /** How a step ended, by its name. */
  readonly steps: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
}

/** Reads the log of `act --json`. */
export function understood(log: string): ActLog {
  const lines = log
    .split('\n')
    .map((text) => ({ text, entry: text.startsWith('{') ? (JSON.parse(text) as Entry) : { msg: text } }));
  const isMask = ({ entry }: { entry: Entry }): boolean => entry.command === 'add-mask';
  const entries = lines.map(({ entry }) => entry);
  // Jobs of a matrix run beside each other, and each time another one is the first.
  const byJob = entries.toSorted((one, other) => (one.job ?? '').localeCompare(other.job ?? ''));
  const steps: Record<string, string> = {};
  for (const { step, stage, stepResult } of byJob) {
    if (step !== undefined && stepResult !== undefined)
      steps[stage === 'Main' ? step : `${stage ?? ''} ${step}`] = stepResult;
  }
  return {
    log: lines
      .filter((line) => !isMask(line))
      .map(({ text }) => text)
      .join('\n'),
    masks: lines.filter(isMask).map(({ entry }) => entry.arg ?? ''),
    entries,
    steps,
    summary: byJob
      .filter((entry) => entry.command === 'summary')
      .map((entry) => entry.content ?? '')
      .join(''),
    outputs: (id) =>
      Object.fromEntries(
        byJob
          .filter((entry) => entry.command === 'set-output' && entry.stepID?.[0] === id)
          .map((entry) => [entry.name ?? '', entry.arg ?? '']),
      ),
    annotations: entries
      .filter((entry) => ['error', 'warning', 'notice'].includes(entry.command ?? ''))
      .map((entry) => ({
        level: entry.command ?? '',
        text: entry.arg ?? '',
        properties: entry.kvPairs ?? {},
      })),
  };
}

/** The last of what act said, for whoever reads why a test failed. */
export function lastWords(run: ActLog): string {
  return run.entries
    .map(({ msg }) => msg)
    .filter((msg) => msg !== '')
    .slice(-40)
    .join('\n');
}
