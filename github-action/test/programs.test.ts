import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installCodex } from '../src/codex-program.ts';
import { ActionFailure } from '../src/failure.ts';
import { sha256Of } from '../src/file-digest.ts';
import type { Network } from '../src/network.ts';
import { CODEX_VERSION } from '../src/pinned.ts';
import { findRunnerJar, releaseUrl } from '../src/runner-jar.ts';
import type { InputName } from '../src/input-catalogue.ts';

const folder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));

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

/** A tool cache in a folder, and a server that has one file. */
function network(content = 'the jar'): Network & { readonly fetched: string[] } {
  const cache = folder('cache');
  const fetched: string[] = [];
  return {
    fetched,
    identityToken: () => Promise.reject(new Error('not asked for')),
    permissionOf: () => Promise.reject(new Error('not asked for')),
    fetchFile: (url) => {
      fetched.push(url);
      if (url.includes('absent')) return Promise.reject(new Error('Unexpected HTTP response: 404'));
      const file = join(folder('download'), 'file');
      writeFileSync(file, content);
      return Promise.resolve(file);
    },
    cachedTool: (tool, version) => {
      const place = join(cache, tool, version);
      return Promise.resolve(existsSync(place) ? place : undefined);
    },
    keepTool: (file, name, tool, version) => {
      const place = join(cache, tool, version);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, name), readFileSync(file));
      return Promise.resolve(place);
    },
    keepFolder: (source, tool, version) => {
      const place = join(cache, tool, version);
      mkdirSync(join(place, 'node_modules/@openai/codex'), { recursive: true });
      writeFileSync(join(place, 'installed.txt'), readFileSync(join(source, 'npm.txt')));
      return Promise.resolve(place);
    },
  };
}

describe("the runner's jar", () => {
  const places = { workspace: folder('workspace'), privateFolder: folder('private') };
  const find = (inputs: Partial<Record<InputName, string>>, net = network()): Promise<string> =>
    findRunnerJar(new Map(Object.entries(inputs) as [InputName, string][]), {}, places, () =>
      Promise.resolve(net),
    );
  const digestOf = async (content: string): Promise<string> => {
    const file = join(folder('digest'), 'x');
    writeFileSync(file, content);
    return sha256Of(file);
  };

  it('is not fetched without a digest', async () => {
    expect(await rejection(find({ 'runner-version': '1.2.3' }))).toBe('runner-digest-unknown');
  });

  it('is fetched once, and checked again each time it comes from the cache', async () => {
    const net = network();
    const inputs = { 'runner-version': '1.2.3', 'runner-sha256': await digestOf('the jar') };
    const first = await find(inputs, net);
    expect(await find(inputs, net)).toBe(first);
    expect(net.fetched).toHaveLength(1);

    writeFileSync(first, 'something else');
    expect(await rejection(find(inputs, net))).toBe('runner-digest-differs');
  });

  it('is not kept where it is another one', async () => {
    const net = network('something else');
    const inputs = { 'runner-version': '1.2.3', 'runner-sha256': await digestOf('the jar') };
    expect(await rejection(find(inputs, net))).toBe('runner-digest-differs');
    expect(await net.cachedTool('codex-runner', '1.2.3')).toBeUndefined();
  });

  it('comes from a mirror where one is named', async () => {
    const net = network();
    const digest = await digestOf('the jar');
    await find(
      { 'runner-version': '1.2.3', 'runner-sha256': digest, 'runner-url': 'https://mirror/x.jar' },
      net,
    );
    expect(net.fetched).toEqual(['https://mirror/x.jar']);
  });

  it('is missed with the address that has none', async () => {
    const inputs = {
      'runner-version': '1.2.3',
      'runner-sha256': 'a'.repeat(64),
      'runner-url': 'https://mirror/absent',
    };
    await expect(find(inputs)).rejects.toThrow('https://mirror/absent (Unexpected HTTP response: 404)');
  });

  it("comes from the server that the job is on, and the action's own repository", () => {
    const env = { GITHUB_SERVER_URL: 'https://ghes.corp', GITHUB_ACTION_REPOSITORY: 'sec/codex-runner' };
    expect(releaseUrl(env, '1.2.3')).toBe(
      'https://ghes.corp/sec/codex-runner/releases/download/v1.2.3/codex-runner.jar',
    );
  });

  it('on the machine is taken as it is, and with a digest only if it has that', async () => {
    const file = join(folder('opt'), 'codex-runner.jar');
    writeFileSync(file, 'the jar');
    expect(await find({ 'runner-jar': file })).toBe(file);
    expect(
      await find({ 'runner-jar': file, 'runner-sha256': (await digestOf('the jar')).toUpperCase() }),
    ).toBe(file);
    expect(await rejection(find({ 'runner-jar': file, 'runner-sha256': 'a'.repeat(64) }))).toBe(
      'runner-digest-differs',
    );
    expect(await rejection(find({ 'runner-jar': '/nowhere.jar' }))).toBe('runner-jar-missing');
  });

  it('in the workspace is run only if its digest is known, and then from a copy', async () => {
    writeFileSync(join(places.workspace, 'x.jar'), 'the jar');
    expect(await rejection(find({ 'runner-jar': 'x.jar' }))).toBe('program-in-workspace');
    const copy = await find({ 'runner-jar': 'x.jar', 'runner-sha256': await digestOf('the jar') });
    expect(copy).toBe(join(places.privateFolder, 'codex-runner.jar'));
  });
});

describe('codex', () => {
  const wanted = {
    version: CODEX_VERSION,
    registry: undefined,
    temporaryFolder: folder('temporary'),
    lockFolder: join(import.meta.dirname, '../codex'),
  };
  /** Notes what npm was asked for. */
  const npm = (script = 'echo "$@" >"${2#--prefix=}/npm.txt"'): Readonly<Record<string, string>> => {
    const bin = folder('bin');
    program(
      join(bin, 'npm'),
      `#!/bin/sh\nfor a; do case $a in --prefix=*) cd "\${a#*=}";; esac; done\n${script}\n`,
    );
    return { PATH: `${bin}:/usr/bin:/bin` };
  };
  const NOTES = 'ls >npm.txt; echo "$@" >>npm.txt';

  it('is installed by the lock file, without scripts of packages, and once', async () => {
    const net = network();
    const first = await installCodex(wanted, npm(NOTES), () => Promise.resolve(net));
    const second = await installCodex(wanted, npm('exit 1'), () => Promise.resolve(net));

    expect(second).toEqual(first);
    const asked = readFileSync(
      join((await net.cachedTool('codex-runner-codex', CODEX_VERSION)) ?? '', 'installed.txt'),
      'utf8',
    );
    expect(asked).toMatch(/package-lock\.json[^]*\nci .*--ignore-scripts/);
  });

  it('of another version is installed as it is named, and its digest is not made up', async () => {
    const net = network();
    const other = { ...wanted, version: '0.170.0', registry: 'https://npm.corp' };
    const installed = await installCodex(other, npm(NOTES), () => Promise.resolve(net));

    expect(installed).not.toHaveProperty('sha256');
    const asked = readFileSync(
      join((await net.cachedTool('codex-runner-codex', '0.170.0')) ?? '', 'installed.txt'),
      'utf8',
    );
    expect(asked).toMatch(/install --save-exact @openai\/codex@0\.170\.0 .*--registry=https:\/\/npm\.corp/);
  });

  it("tells npm's own reason where it can not be had", async () => {
    const net = network();
    const env = npm('echo "npm error code EINTEGRITY" >&2; exit 1');
    await expect(installCodex(wanted, env, () => Promise.resolve(net))).rejects.toThrow('code EINTEGRITY');
    expect(await net.cachedTool('codex-runner-codex', CODEX_VERSION)).toBeUndefined();
  });

  it('is missed where there is no npm', async () => {
    const asked = installCodex(wanted, { PATH: '/nowhere' }, () => Promise.resolve(network()));
    expect(await rejection(asked)).toBe('codex-not-installed');
  });
});
