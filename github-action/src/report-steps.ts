import { isObject, objectAt, type EventPayload } from './trigger.ts';

/** One thing that the agent did, for the timeline. */
export interface ReportStep {
  readonly text: string;
  readonly outcome: 'done' | 'failed' | 'unfinished';
  /** Orders the steps. */
  readonly line: number;
  /** Since the run began; `undefined` where nobody knows. */
  readonly startedMs: number | undefined;
  readonly durationMs: number | undefined;
}

type Told = (item: EventPayload) => string;

const word = (item: EventPayload, key: string): string => (typeof item[key] === 'string' ? item[key] : '');

/** What of report.json's `items` are steps, and how each is told. Messages and thoughts take no time of their own. */
const SORTS: Readonly<Record<string, Told>> = {
  commands: (item) => `$ ${word(item, 'command')}`,
  patches: (item) => `patch: ${filesOf(item)}`,
  toolCalls: (item) => `${word(item, 'server')} ${word(item, 'tool')}`,
  searches: (item) => `search: ${word(item, 'query')}`,
};

export function stepsOf(report: EventPayload): readonly ReportStep[] {
  const items = objectAt(report, 'items');
  return Object.entries(SORTS)
    .flatMap(([sort, told]) => listAt(items, sort).map((item) => stepOf(item, told)))
    .sort((one, other) => one.line - other.line);
}

function stepOf(item: EventPayload, told: Told): ReportStep {
  const when = objectAt(item, 'when');
  return {
    text: told(item),
    outcome: outcomeOf(word(item, 'status')),
    line: number(when, 'line') ?? 0,
    startedMs: number(when, 'startedMs'),
    durationMs: number(when, 'durationMs'),
  };
}

/** A search has no status: that it is told of is all there is. */
function outcomeOf(status: string): ReportStep['outcome'] {
  if (status === '' || status === 'completed') return 'done';
  return status === 'failed' || status === 'declined' ? 'failed' : 'unfinished';
}

function filesOf(item: EventPayload): string {
  return listAt(item, 'files')
    .map((file) => word(file, 'path'))
    .join(', ');
}

function listAt(parent: EventPayload | undefined, key: string): readonly EventPayload[] {
  const list = parent?.[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function number(parent: EventPayload | undefined, key: string): number | undefined {
  const value = parent?.[key];
  return typeof value === 'number' ? value : undefined;
}
