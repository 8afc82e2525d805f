import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBundles, differences } from '../scripts/bundles.ts';

const root = join(import.meta.dirname, '..');

describe('the committed bundle', () => {
  it('is what the sources make', async () => {
    expect(await differences(root)).toEqual([]);
  });

  it('is missed where a source has changed without it', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'bundle-'));
    const action = join(copy, 'github-action');
    for (const part of ['src', 'dist', 'package.json'])
      cpSync(join(root, part), join(action, part), { recursive: true });
    cpSync(join(root, '../contract/exit-codes.json'), join(copy, 'contract/exit-codes.json'));
    symlinkSync(join(root, 'node_modules'), join(action, 'node_modules'));
    expect(await differences(action)).toEqual([]);

    const changed = join(action, 'src/masking.ts');
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('SHORTEST_MASK = 4', 'SHORTEST_MASK = 5'));
    expect(await differences(action)).toEqual(['main.js']);
  });

  it('is the same when built twice', async () => {
    const folders = [1, 2].map((number) => mkdtempSync(join(tmpdir(), `bundle-${number}-`)));
    for (const folder of folders) await buildBundles(root, folder);
    const [one, other] = folders.map((folder) => readFileSync(join(folder, 'network.js')));
    expect(one?.equals(other ?? Buffer.of())).toBe(true);
  });

  it('loads no HTTP client before it is used', () => {
    for (const name of ['main.js', 'post.js']) {
      expect(readFileSync(join(root, 'dist', name), 'utf8')).not.toContain('undici');
    }
  });

  it('has one HTTP client only, which is small enough to load for a single question', () => {
    const network = readFileSync(join(root, 'dist/network.js'), 'utf8');
    expect(network).toMatch(/HttpClient = class/);
    expect(network).not.toMatch(/octokit|class Dispatcher|llhttp/i);
    const load = `await import(${JSON.stringify(join(root, 'dist/network.js'))}); console.log(process.moduleLoadList.join())`;
    const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', load], { encoding: 'utf8' });
    expect(loaded).toContain('NativeModule https');
    expect(loaded).not.toContain('undici');
  });

  it('names no folder of the machine that it was built on', () => {
    for (const name of ['main.js', 'post.js', 'network.js']) {
      expect(readFileSync(join(root, 'dist', name), 'utf8')).not.toContain(root);
    }
  });
});
