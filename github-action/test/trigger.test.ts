import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../src/event-file.ts';
import { triggerFindings } from '../src/trigger.ts';

interface Case {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly eventText?: string;
  readonly risks: readonly string[];
}

const table = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../contract/golden/triggers/github.json'), 'utf8'),
) as readonly Case[];

describe("a trigger's risks, by the table that the runner's own tests read too", () => {
  it('has cases', () => {
    expect(table.length).toBeGreaterThan(40);
  });

  it.each(table)('$name', async ({ variables, event, eventText, risks }) => {
    const file = join(await mkdtemp(join(tmpdir(), 'event-')), 'event.json');
    const content = event === undefined ? eventText : JSON.stringify(event);
    if (content !== undefined) await writeFile(file, content);
    const env = { ...variables, GITHUB_EVENT_PATH: file };

    expect(triggerFindings(env, await readEvent(env)).map(({ risk }) => risk)).toEqual(risks);
  });
});
