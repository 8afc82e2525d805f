import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readBounded, reasonOf } from './bounded-file.ts';
import { memberSource } from './json-source.ts';
import { isObject, objectAt, type EventPayload } from './trigger.ts';

const LARGEST_BYTES = 64 * 1024 * 1024;

/** What the action takes from report.json, after contract/report.schema.json. Pure data. */
export interface Report {
  readonly verdict: {
    readonly status: 'success' | 'failure';
    readonly kind: string;
    readonly code: string;
    readonly exitCode: number;
    readonly reason: string;
    readonly fix: string;
    readonly retryable: boolean;
  };
  /** Of the run, as what it started carries it. */
  readonly runId: string | undefined;
  readonly threadId: string | undefined;
  readonly attempts: number;
  readonly durationMs: number | undefined;
  readonly usage: Readonly<Record<UsageField, number>> | undefined;
  readonly finalMessage: string | undefined;
  /** JSON as it stands in the report; `undefined` for none: its null means that there is no structured output. */
  readonly structuredOutput: string | undefined;
  /** `undefined` where nobody looked, or the sandbox lets nothing be changed. */
  readonly changedFiles: readonly string[] | undefined;
  /** All of them; the list is bounded. */
  readonly changedCount: number | undefined;
}

export const usageFields = [
  'inputTokens',
  'cachedInputTokens',
  'outputTokens',
  'reasoningOutputTokens',
] as const;
export type UsageField = (typeof usageFields)[number];

export type ReportReading =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Reads it without following links, neither the file nor its folder: both lie where a run worked.
 *
 * @param runId whose it must be, where that is known: another job may have been given the same folder
 */
export async function readReport(file: string, runId?: string): Promise<ReportReading> {
  try {
    const folder = await lstat(dirname(file));
    if (!folder.isDirectory()) return { kind: 'unreadable', reason: 'its folder was replaced' };
    const report = reportOf(await readBounded(file, LARGEST_BYTES, 'no-links'));
    if (runId !== undefined && report.runId !== runId)
      return { kind: 'unreadable', reason: 'it is of another run, which has the same report-dir' };
    return { kind: 'report', report };
  } catch (failed) {
    if ((failed as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
    return { kind: 'unreadable', reason: failed instanceof SyntaxError ? 'it is no JSON' : reasonOf(failed) };
  }
}

const SCHEMA_VERSION = 1;

/** @throws Error where it is no report of the version that we know */
export function reportOf(json: string): Report {
  const content: unknown = JSON.parse(json);
  if (!isObject(content)) throw new Error('it is no JSON object');
  if (content['schemaVersion'] !== SCHEMA_VERSION) throw new Error('it has another schemaVersion than 1');
  const verdict = required(content, 'verdict');
  const codex = required(content, 'codex');
  const usage = objectAt(content, 'usage');
  const changes = objectAt(content, 'changes');
  return {
    verdict: {
      status: text(verdict, 'status') === 'success' ? 'success' : 'failure',
      kind: text(verdict, 'kind'),
      code: text(verdict, 'code'),
      exitCode: number(verdict, 'exitCode'),
      reason: text(verdict, 'reason'),
      fix: text(verdict, 'fix'),
      retryable: verdict['retryable'] === true,
    },
    runId: optional(required(content, 'run'), 'id', 'string'),
    threadId: optional(codex, 'threadId', 'string'),
    attempts: Array.isArray(codex['attempts']) ? codex['attempts'].length : 0,
    durationMs: optional(required(content, 'run'), 'durationMs', 'number'),
    usage: usage && usageOf(usage),
    finalMessage: optional(content, 'finalMessage', 'string'),
    structuredOutput:
      (content['structuredOutput'] ?? null) === null ? undefined : memberSource(json, 'structuredOutput'),
    changedFiles: changes && pathsOf(changes['files']),
    changedCount: changes && optional(changes, 'count', 'number'),
  };
}

function usageOf(usage: EventPayload): Readonly<Record<UsageField, number>> {
  return {
    inputTokens: number(usage, 'inputTokens'),
    cachedInputTokens: number(usage, 'cachedInputTokens'),
    outputTokens: number(usage, 'outputTokens'),
    reasoningOutputTokens: number(usage, 'reasoningOutputTokens'),
  };
}

function pathsOf(files: unknown): readonly string[] {
  return Array.isArray(files)
    ? files.flatMap((file: unknown) =>
        isObject(file) && typeof file['path'] === 'string' ? [file['path']] : [],
      )
    : [];
}

function required(parent: EventPayload, key: string): EventPayload {
  const child = objectAt(parent, key);
  if (child === undefined) throw new Error(`it has no ${key}`);
  return child;
}

function text(parent: EventPayload, key: string): string {
  const value = parent[key];
  if (typeof value !== 'string') throw new Error(`its ${key} is no text`);
  return value;
}

function number(parent: EventPayload, key: string): number {
  const value = parent[key];
  if (typeof value !== 'number') throw new Error(`its ${key} is no number`);
  return value;
}

interface Primitives {
  readonly string: string;
  readonly number: number;
}

function optional<Kind extends keyof Primitives>(
  parent: EventPayload,
  key: string,
  kind: Kind,
): Primitives[Kind] | undefined {
  const value = parent[key];
  return typeof value === kind ? (value as Primitives[Kind]) : undefined;
}
