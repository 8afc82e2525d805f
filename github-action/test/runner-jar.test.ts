import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ActionFailure } from '../src/failure.ts';
import { sha256Of } from '../src/file-digest.ts';
import type { InputName } from '../src/input-catalogue.ts';
import type { Network } from '../src/network.ts';
import { findRunnerJar, releaseUrl, requireDigest, type RunnerJar } from '../src/runner-jar.ts';
import { ToolCache } from '../src/tool-cache.ts';

const cacheIn = (root: string): ToolCache => new ToolCache({ RUNNER_TOOL_CACHE: root }, 'job');
const folder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));

async function rejection(asked: Promise<unknown>): Promise<unknown> {
  const failed: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return failed instanceof ActionFailure ? failed.code : failed;
}

/** A server that has one file. */
function network(content = 'the jar'): Network & { readonly fetched: string[] } {
  const fetched: string[] = [];
  return {
    fetched,
    identityToken: () => Promise.reject(new Error('not asked for')),
    permissionOf: () => Promise.reject(new Error('not asked for')),
    fetchFile: (url, file) => {
      fetched.push(url);
      if (url.includes('absent')) return Promise.reject(new Error(`Unexpected HTTP response: 404 at ${url}`));
      writeFileSync(file, content);
      return Promise.resolve();
    },
  };
}

describe("the runner's jar", () => {
  const places = { workspace: folder('workspace'), privateFolder: folder('private') };
  const copy = join(places.privateFolder, 'codex-runner.jar');
  const find = (
    inputs: Partial<Record<InputName, string>>,
    net = network(),
    tools = folder('cache'),
  ): Promise<RunnerJar> =>
    findRunnerJar(
      new Map(Object.entries(inputs) as [InputName, string][]),
      { GITHUB_ACTION_REPOSITORY: 'sec/codex-runner' },
      { ...places, cache: cacheIn(tools) },
      () => Promise.resolve(net),
    );
  const digestOf = async (content: string): Promise<string> => {
    const file = join(folder('digest'), 'x');
    writeFileSync(file, content);
    return sha256Of(file);
  };

  it('is not fetched without a digest', async () => {
    expect(await rejection(find({ 'runner-version': '1.2.3' }))).toBe('runner-digest-unknown');
  });

  it('is fetched once, checked each time it comes from the cache, and runs from a copy', async () => {
    const [net, tools] = [network(), folder('cache')];
    const inputs = { 'runner-version': '1.2.3', 'runner-sha256': await digestOf('the jar') };
    expect((await find(inputs, net, tools)).path).toBe(copy);
    expect((await find(inputs, net, tools)).path).toBe(copy);
    expect(net.fetched).toHaveLength(1);

    const kept = (await cacheIn(tools).find('codex-runner', '1.2.3')) ?? '';
    writeFileSync(join(kept, 'codex-runner.jar'), 'something else');
    expect(await rejection(find(inputs, net, tools))).toBe('runner-digest-differs');
  });

  it('is checked once more before it starts: what was replaced meanwhile does not run', async () => {
    const inputs = { 'runner-version': '1.2.3', 'runner-sha256': await digestOf('the jar') };
    const jar = await find(inputs);
    await requireDigest(jar);
    writeFileSync(jar.path, 'something else');
    expect(await rejection(requireDigest(jar))).toBe('runner-digest-differs');
  });

  it.each(['a pipe', 'a device', 'more than any jar'])(
    'in the cache is not waited for where it is %s',
    async (what) => {
      const tools = folder('cache');
      const place = await cacheIn(tools).keep(folder('empty'), 'codex-runner', '1.2.3');
      const jar = join(place, 'codex-runner.jar');
      if (what === 'a pipe') execFileSync('mkfifo', [jar]);
      else if (what === 'a device') symlinkSync('/dev/ptmx', jar);
      else writeFileSync(jar, '');
      if (what.startsWith('more')) truncateSync(jar, 201 * 1024 * 1024);
      const inputs = { 'runner-version': '1.2.3', 'runner-sha256': 'a'.repeat(64) };
      await expect(find(inputs, network(), tools)).rejects.toThrow(
        /none \(it (?:is no regular file|has more than)/,
      );
    },
  );

  it('is not kept where it is another one', async () => {
    const tools = folder('cache');
    const inputs = { 'runner-version': '1.2.3', 'runner-sha256': await digestOf('the jar') };
    expect(await rejection(find(inputs, network('something else'), tools))).toBe('runner-digest-differs');
    expect(await cacheIn(tools).find('codex-runner', '1.2.3')).toBeUndefined();
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

  it('is missed with the address that has none, and without the credentials in that', async () => {
    const inputs = {
      'runner-version': '1.2.3',
      'runner-sha256': 'a'.repeat(64),
      'runner-url': 'https://me:pass@mirror/t0k3n/absent?sig=secret',
    };
    await expect(find(inputs)).rejects.toThrow(
      'from https://mirror/…/absent (Unexpected HTTP response: 404 at https://mirror/…/absent)',
    );
  });

  it("comes from the server that the job is on, and the action's own repository", () => {
    const env = { GITHUB_SERVER_URL: 'https://ghes.corp', GITHUB_ACTION_REPOSITORY: 'sec/codex-runner' };
    expect(releaseUrl(env, '1.2.3')).toBe(
      'https://ghes.corp/sec/codex-runner/releases/download/v1.2.3/codex-runner.jar',
    );
  });

  it("is not looked for in the job's own repository where nobody names the action's", () => {
    expect(() => releaseUrl({ GITHUB_REPOSITORY: 'corp/app' }, '1.2.3')).toThrow(
      'Nobody says where codex-runner 1.2.3 is to be had.',
    );
  });

  it('on the machine is taken as it is, and with a digest only if it has that', async () => {
    const file = join(folder('opt'), 'codex-runner.jar');
    writeFileSync(file, 'the jar');
    expect(await rejection(find({ 'runner-jar': file }))).toBe('runner-jar-unusable');
    writeFileSync(file, 'PK\u0003\u0004: the jar');
    expect(await find({ 'runner-jar': file })).toEqual({ path: file, sha256: undefined });
    const digest = (await sha256Of(file)).toUpperCase();
    expect((await find({ 'runner-jar': file, 'runner-sha256': digest })).path).toBe(copy);
    expect(await rejection(find({ 'runner-jar': file, 'runner-sha256': 'a'.repeat(64) }))).toBe(
      'runner-digest-differs',
    );
    expect(await rejection(find({ 'runner-jar': '/nowhere.jar' }))).toBe('runner-jar-missing');
  });

  it('in the workspace is run only if its digest is known, and then from a copy', async () => {
    writeFileSync(join(places.workspace, 'x.jar'), 'the jar');
    expect(await rejection(find({ 'runner-jar': 'x.jar' }))).toBe('program-in-workspace');
    const jar = await find({ 'runner-jar': 'x.jar', 'runner-sha256': await digestOf('the jar') });
    expect(jar.path).toBe(copy);
  });
});
