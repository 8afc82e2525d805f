import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ToolCache } from '../src/tool-cache.ts';

const folder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));

/** Of a job of its own. */
const cacheIn = (root: string): ToolCache => new ToolCache({ RUNNER_TOOL_CACHE: root }, randomUUID());

describe('the tool cache', () => {
  const source = (content: string): string => {
    const made = folder('source');
    writeFileSync(join(made, 'file'), content);
    return made;
  };
  const contentOf = (place: string): string => readFileSync(join(place, 'file'), 'utf8');

  it('never takes a complete entry from under who uses it', async () => {
    const tools = cacheIn(folder('cache'));
    const first = await tools.keep(source('first'), 'tool', '1.2.3');
    expect(await tools.keep(source('second'), 'tool', '1.2.3')).toBe(first);
    expect(contentOf(first)).toBe('first');
  });

  it('has one whole entry though many jobs fill it at once, and nothing besides', async () => {
    const root = folder('cache');
    const places = await Promise.all(
      Array.from({ length: 8 }, () => cacheIn(root).keep(source('same'), 'tool', '1.2.3')),
    );
    expect(places.map(contentOf)).toEqual(Array.from({ length: 8 }, () => 'same'));
    expect(readdirSync(join(root, 'tool/1.2.3')).sort()).toEqual([process.arch, `${process.arch}.complete`]);
  });

  it('leaves alone what somebody may be filling now, and replaces what was abandoned long ago', async () => {
    const root = folder('cache');
    const tools = cacheIn(root);
    const place = join(root, 'tool/1.2.3', process.arch);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'half'), '');
    const own = source('own');
    expect(await tools.keep(own, 'tool', '1.2.3')).toBe(own);

    utimesSync(place, 0, 0);
    expect(await tools.keep(own, 'tool', '1.2.3')).toBe(place);
    expect(contentOf(place)).toBe('own');
  });

  it('is done without where the machine has none', async () => {
    const own = source('own');
    expect(await new ToolCache({}, 'job').keep(own, 'tool', '1.2.3')).toBe(own);
    expect(await new ToolCache({}, 'job').find('tool', '1.2.3')).toBeUndefined();
  });
});
