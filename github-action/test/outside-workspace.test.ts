import { chmodSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ActionFailure } from '../src/failure.ts';
import { isInside } from '../src/outside-workspace.ts';
import { pathOutside, programOnPath } from '../src/program-on-path.ts';

const folder = (name: string): string => realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));

function file(...parts: readonly string[]): string {
  const path = join(...parts);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

function link(target: string, ...parts: readonly string[]): string {
  const path = join(...parts);
  symlinkSync(target, path);
  return path;
}

describe('a path', () => {
  it('lies in the workspace though a folder is named like the way out', async () => {
    const workspace = folder('workspace');
    expect(await isInside(file(workspace, '..jdk', 'java'), workspace)).toBe(true);
    expect(await isInside(workspace, workspace)).toBe(true);
  });

  it('lies outside though its name begins with that of the workspace', async () => {
    const workspace = folder('workspace');
    expect(await isInside(`${workspace}-2/java`, workspace)).toBe(false);
    expect(await isInside(join(workspace, '..', 'java'), workspace)).toBe(false);
  });

  it('lies in the workspace by whatever link it leads there, or through there', async () => {
    const workspace = folder('workspace');
    const outside = folder('outside');
    const java = file(workspace, 'jdk', 'java');
    const machine = file(outside, 'java');
    const out = link(machine, workspace, 'leads-out');

    expect(await isInside(link(java, outside, 'in'), workspace)).toBe(true);
    expect(await isInside(out, workspace)).toBe(true);
    // Out of the workspace, into it, and out again: its author decides where to.
    expect(await isInside(link(out, outside, 'through'), workspace)).toBe(true);
    expect(await isInside(link(join(workspace, 'jdk'), outside, 'jdk') + '/java', workspace)).toBe(true);
    expect(await isInside(link(machine, outside, 'fine'), workspace)).toBe(false);
  });

  it('is compared with where a linked workspace really is', async () => {
    const real = folder('workspace');
    const workspace = link(real, folder('links'), 'workspace');
    expect(await isInside(file(real, 'x'), workspace)).toBe(true);
    expect(await isInside(join(workspace, 'x'), real)).toBe(true);
  });

  it('that goes round in circles is not taken for outside', async () => {
    const outside = folder('outside');
    const circle = link(join(outside, 'b'), outside, 'a');
    link(circle, outside, 'b');
    expect(await isInside(circle, folder('workspace'))).toBe(true);
  });
});

describe('a program on PATH', () => {
  const workspace = folder('workspace');
  const planted = dirname(file(workspace, 'node_modules/.bin', 'npm'));

  it('is never that of the workspace, of a relative entry or of an empty one', async () => {
    const machine = folder('bin');
    const npm = file(machine, 'npm');
    const env = { PATH: `${planted}::bin:.:${machine}` };
    expect(await programOnPath('npm', env, workspace, 'x')).toBe(npm);
    expect(await pathOutside(env, workspace)).toBe(machine);
  });

  it('is refused where there is only that of the workspace, and missed where there is none', async () => {
    const refused = programOnPath('npm', { PATH: planted }, workspace, 'Install it.');
    await expect(refused).rejects.toThrow(ActionFailure);
    await expect(refused).rejects.toMatchObject({ code: 'program-in-workspace', fix: 'Install it.' });
    expect(await programOnPath('npm', { PATH: '/nowhere' }, workspace, 'x')).toBeUndefined();
  });
});
