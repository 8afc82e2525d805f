import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generatedFiles } from '../scripts/generated.ts';
import { exitCodeOf, kindOf } from '../src/exit-codes.ts';
import { inputNames, specOf } from '../src/input-catalogue.ts';
import { outputNames } from '../src/outputs.ts';
import { CODEX_VERSION } from '../src/pinned.ts';

const root = join(import.meta.dirname, '..');
const repository = (path: string): string => readFileSync(join(root, '..', path), 'utf8');

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;

describe('action.yml', () => {
  it('has the inputs that the action reads, in the same order, each described', () => {
    expect(Object.keys(action.inputs)).toEqual(inputNames);
    expect(Object.values(action.inputs).filter(({ description }) => description === '')).toEqual([]);
  });

  it('has the outputs that the action writes', () => {
    expect(Object.keys(action.outputs).sort()).toEqual([...outputNames].sort());
  });

  it('gives no default to an input that is a setting of the runner, which has its own', () => {
    const given = inputNames.filter((name) => action.inputs[name]?.default !== undefined);
    expect(given).toEqual(['command', 'github-token']);
  });
});

describe("the runner's settings", () => {
  const settings = new Set(
    [...repository('docs/configuration.md').matchAll(/^\| (?:`-\w`, )?`--(?<name>[a-z0-9-]+)`/gm)].map(
      (match) => match.groups?.['name'],
    ),
  );

  it.each(inputNames.flatMap((name) => specOf(name).setting ?? []))('have a flag --%s', (setting) => {
    expect(settings).toContain(setting);
  });
});

describe('exit codes', () => {
  it('have the kinds of the contract', () => {
    expect([0, 2, 12, 15].map(kindOf)).toEqual(['success', 'config', 'policy', 'report_io']);
    expect(exitCodeOf('timeout')).toBe(11);
  });

  it('of a signal are all of one kind, and one that nobody knows is a bug', () => {
    expect([130, 137, 143].map(kindOf)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(kindOf(99)).toBe('internal');
  });
});

describe('what is generated', () => {
  it.each(generatedFiles(root))('$path is as it would be generated now', ({ path, text }) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
});

describe('codex', () => {
  it('comes by the lock file that the tests of the runner use', () => {
    for (const file of readdirSync(join(root, 'codex'))) {
      expect(readFileSync(join(root, 'codex', file), 'utf8')).toBe(repository(`scripts/lib/codex/${file}`));
    }
  });

  it('is of the version that the lock file pins', () => {
    const lock = JSON.parse(readFileSync(join(root, 'codex/package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    expect(lock.packages['node_modules/@openai/codex']?.version).toBe(CODEX_VERSION);
  });
});

describe('lock files', () => {
  it.each(['package-lock.json', 'codex/package-lock.json'])('%s name digests, and no registry', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).toContain('"integrity": "sha512-');
    expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });
});
