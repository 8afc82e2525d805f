import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Annotation } from './runner-log.ts';
import type { Scene } from './scene.ts';

const folder = join(import.meta.dirname, 'golden');

/** What differs from run to run, in words that say what stood there. The order matters: paths hold ids. */
const varying: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'ID'],
  [/\b\d{4}\\?-\d\d\\?-\d\dT\d\d:\d\d:\d\d(?:\\?\.\d+)?Z/g, 'TIME'],
  [/\b\d{4}-\d\d-\d\d\b/g, 'DAY'],
  [/127\.0\.0\.1:\d+/g, 'LOOPBACK'],
  [/\b[0-9a-f]{40}\b/g, 'COMMIT'],
  [/\bindex [0-9a-f]{7,}\.\.[0-9a-f]{7,}/g, 'index BLOB..BLOB'],
  [/\b\d+(?:\.\d+)? (?:s|ms|min)\b(?: \d+ s)?/g, 'DURATION'],
  [/(secret\/[a-z/]+, version) \d+/g, '$1 N'],
];

/** Of the timeline the steps are compared, not their times and bars. */
function withoutTimes(text: string): string {
  return text.replace(/(<summary>Timeline)[^]*?(<\/details>)/g, (block) =>
    block
      .replace(/\b\d+(?:\.\d+)? (?:s|ms|min)\b(?: \d+ s)?/g, 'DURATION')
      .replace(/^ .*DURATION {2}(?=\S)/gm, '  DURATION ')
      .replace(/^ +0 ─+ .*$/gm, '  0 ─ DURATION'),
  );
}

/** The text without what another run or another machine says otherwise. */
export function normalised(text: string, scene: Scene): string {
  let result = withoutTimes(text);
  for (const [place, word] of [
    [scene.programs.codex, 'CODEX'],
    [scene.programs.runnerJar, 'RUNNER_JAR'],
    [scene.backend.caBundle, 'CA_BUNDLE'],
  ] as const) {
    result = result.replaceAll(place, word);
  }
  result = result
    .replace(new RegExp(`${escaped(scene.work)}/[^/\\s]+/runner/[0-9a-f]{16}/tmp`, 'g'), 'RUNNER_TEMP')
    .replace(new RegExp(`${escaped(scene.work)}/[^/\\s]+/runner/[0-9a-f]{16}/hostexecutor`, 'g'), 'WORKSPACE')
    .replace(new RegExp(`${escaped(scene.work)}/[^/\\s]+`, 'g'), 'SCENE');
  for (const [pattern, word] of varying) result = result.replace(pattern, word);
  return result
    .replaceAll(`\`${hostname()}\``, '`HOST`')
    .replaceAll(`"host\\":\\"${hostname()}\\"`, '"host\\":\\"HOST\\"');
}

/** Compares with the golden file, or writes it where SCENE_UPDATE is set. */
export function sameAsGolden(name: string, text: string, scene: Scene): void {
  const file = join(folder, name);
  const now = normalised(text, scene);
  if ((process.env['SCENE_UPDATE'] ?? '') !== '') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
    return;
  }
  assert.ok(existsSync(file), `${name} is not there: scripts/lib/check-github-action --update writes it`);
  assert.equal(
    now,
    readFileSync(file, 'utf8'),
    `${name} differs: scripts/lib/check-github-action --update, then git diff`,
  );
}

export interface Seen {
  readonly exitCode: number | null;
  readonly steps?: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly summary: string;
}

/** Whether the two files of a run are compared. */
export type Compared = 'all' | 'nothing';

/** Outputs and annotations of a run as NAME.json, and its summary as NAME.md. */
export function runAsGolden(name: string, seen: Seen, scene: Scene, compared: Compared = 'all'): void {
  if (compared === 'nothing') return;
  const { summary, outputs, ...rest } = seen;
  const stable = Object.fromEntries(
    Object.entries(outputs)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, key === 'duration-ms' && value !== '' ? 'N' : value]),
  );
  sameAsGolden(`${name}.json`, `${JSON.stringify({ ...rest, outputs: stable }, null, 2)}\n`, scene);
  sameAsGolden(`${name}.md`, summary, scene);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
