import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ActionFailure } from '../src/failure.ts';
import { findJava, majorVersion } from '../src/java.ts';

const folder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));

function jdk(release: string | undefined, script = '#!/bin/sh\n', home = folder('jdk')): string {
  mkdirSync(join(home, 'bin'), { recursive: true });
  if (release !== undefined) writeFileSync(join(home, 'release'), release);
  program(join(home, 'bin', 'java'), script);
  return home;
}

function program(path: string, script: string): void {
  writeFileSync(path, script);
  chmodSync(path, 0o755);
}

async function rejection(asked: Promise<unknown>): Promise<unknown> {
  const failed: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return failed instanceof ActionFailure ? failed.code : failed;
}

describe('java', () => {
  const workspace = folder('workspace');

  it('is told by its release file, without a start', async () => {
    const home = jdk('JAVA_VERSION="17.0.15"\n', '#!/bin/sh\nexit 1\n');
    expect(await findJava(home, {}, workspace)).toBe(join(home, 'bin', 'java'));
  });

  it('is asked itself where it has no such file', async () => {
    const home = jdk(undefined, '#!/bin/sh\necho \'openjdk version "21.0.2" 2024-01-16\' >&2\n');
    expect(await findJava(home, {}, workspace)).toContain(home);
  });

  it('is not waited for where its release file is a pipe or has no end', async () => {
    const says = '#!/bin/sh\necho \'openjdk version "21.0.2" 2024-01-16\' >&2\n';
    const [pipe, endless] = [jdk(undefined, says), jdk(undefined, says)];
    execFileSync('mkfifo', [join(pipe, 'release')]);
    symlinkSync('/dev/zero', join(endless, 'release'));
    expect(await findJava(pipe, {}, workspace)).toContain(pipe);
    expect(await findJava(endless, {}, workspace)).toContain(endless);
  });

  it('of the input comes before JAVA_HOME, that before the images, and those before PATH', async () => {
    const homes = [1, 2, 3, 4].map(() => jdk('JAVA_VERSION="17"\n'));
    const env = { JAVA_HOME: homes[1], JAVA_HOME_17_X64: homes[2], PATH: `relative:${homes[3] ?? ''}/bin` };
    const withoutHome = { ...env, JAVA_HOME: undefined };

    expect(await findJava(homes[0], env, workspace)).toContain(homes[0]);
    expect(await findJava(undefined, env, workspace)).toContain(homes[1]);
    expect(await findJava(undefined, withoutHome, workspace)).toContain(homes[2]);
    expect(await findJava(undefined, { PATH: env.PATH }, workspace)).toContain(homes[3]);
  });

  it.each(['JAVA_VERSION="11.0.2"', 'JAVA_VERSION="1.8.0_402"', 'nothing'])(
    'is refused with %s',
    async (release) => {
      expect(await rejection(findJava(jdk(release), {}, workspace))).toBe('java-too-old');
    },
  );

  it('is missed where there is none', async () => {
    expect(await rejection(findJava('/nowhere', {}, workspace))).toBe('java-missing');
    expect(await rejection(findJava(undefined, { PATH: '/nowhere' }, workspace))).toBe('java-missing');
  });

  it('is refused in the workspace, by whatever way it got there', async () => {
    const inside = jdk('JAVA_VERSION="17"\n', '#!/bin/sh\n', join(workspace, 'jdk'));
    const link = join(folder('link'), 'jdk');
    symlinkSync(inside, link);

    expect(await rejection(findJava(inside, {}, workspace))).toBe('program-in-workspace');
    expect(await rejection(findJava(undefined, { JAVA_HOME: link }, workspace))).toBe('program-in-workspace');
    expect(await rejection(findJava(undefined, { PATH: `${inside}/bin` }, workspace))).toBe(
      'program-in-workspace',
    );
  });

  it.each([
    ['17.0.15', 17],
    ['25-ea', 25],
    ['1.8.0_402', 8],
    ['', undefined],
  ] as const)('%s is version %s', (text, major) => {
    expect(majorVersion(text)).toBe(major);
  });
});
