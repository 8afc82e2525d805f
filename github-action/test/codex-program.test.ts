import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireCodexFiles, type CodexFiles } from '../src/codex-files.ts';
import { installCodex, type CodexProgram } from '../src/codex-program.ts';
import { ActionFailure } from '../src/failure.ts';
import { CODEX_VERSION } from '../src/pinned.ts';
import { ToolCache } from '../src/tool-cache.ts';

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

describe('codex', () => {
  const FOLDER = 'codex-linux-x64/vendor/target';
  const BWRAP = 'codex-resources/bwrap';
  const wanted = {
    version: CODEX_VERSION,
    digests: {
      folder: FOLDER,
      program: 'c'.repeat(64),
      others: { [BWRAP]: createHash('sha256').update('sandbox').digest('hex') },
    },
    registry: undefined,
    workspace: folder('workspace'),
    temporaryFolder: folder('temporary'),
    lockFolder: join(import.meta.dirname, '../codex'),
    variables: { CODEXRUNNER_ACTION_ID: 'id' },
  };
  /** Notes what npm was asked for, and by what environment; brings a package, unless told otherwise. */
  const INSTALLS = [
    'ls >npm.txt; echo "$@" >>npm.txt; env >>npm.txt; pwd >>npm.txt',
    `mkdir -p node_modules/@openai/${FOLDER} && cd node_modules/@openai/${FOLDER}`,
    `mkdir bin codex-path codex-resources && printf codex >bin/codex && printf sandbox >${BWRAP}`,
  ].join('\n');
  const npm = (script = INSTALLS, bin = folder('bin')): Readonly<Record<string, string>> => {
    program(join(bin, 'npm'), `#!/bin/sh\n${script}\n`);
    return { PATH: `${bin}:/usr/bin:/bin` };
  };
  const notes = ({ path }: { readonly path: string }): string =>
    readFileSync(join(path.slice(0, path.indexOf('node_modules')), 'npm.txt'), 'utf8');
  const filesOf = ({ files }: CodexProgram): CodexFiles => {
    if (files === undefined) throw new Error('nobody knows its files');
    return files;
  };
  const cache = (): ToolCache => new ToolCache({ RUNNER_TOOL_CACHE: folder('cache') }, 'job');

  it('is installed by the lock file, without scripts of packages, and once', async () => {
    const tools = cache();
    const first = await installCodex(wanted, npm(), tools);
    const second = await installCodex(wanted, npm('exit 1'), tools);

    expect(second).toEqual(first);
    expect(first.sha256).toBe(wanted.digests.program);
    expect(notes(first)).toMatch(/package-lock\.json[^]*\nci .*--ignore-scripts/);
  });

  it('of another version is installed as it is named, and its digest is not made up', async () => {
    const other = { ...wanted, version: '0.170.0', digests: undefined };
    const installed = await installCodex(other, npm(), cache());

    expect(installed).not.toHaveProperty('sha256');
    expect(notes(installed)).toMatch(/install --save-exact @openai\/codex@0\.170\.0 /);
  });

  it('comes by an npm that gets no more of the job than it needs, and no registry as an argument', async () => {
    const registry = 'https://me:secret@npm.corp';
    const job = {
      HOME: '/home/me',
      HTTPS_PROXY: 'http://proxy',
      npm_config_cafile: '/ca.pem',
      NPM_CONFIG_REGISTRY: 'https://old',
      npm_config_script_shell: '/evil',
      INPUT_PROMPT: 'x',
      'INPUT_GITHUB-TOKEN': 'x',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      VAULT_TOKEN: 'x',
      NODE_OPTIONS: '--require=/evil',
    };
    const installed = await installCodex({ ...wanted, registry }, { ...job, ...npm() }, cache());
    const said = notes(installed);

    for (const line of ['HOME=/home/me', 'HTTPS_PROXY=http://proxy', 'npm_config_cafile=/ca.pem', `npm_config_registry=${registry}`, 'CODEXRUNNER_ACTION_ID=id'])
      expect(said.split('\n')).toContain(line);
    expect(said).not.toMatch(/^(?:INPUT_|ACTIONS_|VAULT_|NODE_OPTIONS|NPM_CONFIG_REGISTRY|npm_config_script)/m);
    expect(said).not.toMatch(/--registry/);
  }); // prettier-ignore

  it('never comes by the npm of the checkout, nor does npm find anything else there', async () => {
    const bin = join(wanted.workspace, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    const planted = npm('touch ../planted; exit 1', bin);
    await expect(installCodex(wanted, { PATH: bin }, cache())).rejects.toMatchObject({
      code: 'program-in-workspace',
    });

    const PATH = `${bin}:${npm()['PATH'] ?? ''}`;
    const installed = await installCodex(wanted, { ...planted, PATH }, cache());
    expect(notes(installed)).not.toContain(bin);
    expect(existsSync(join(wanted.temporaryFolder, 'planted'))).toBe(false);
  });

  it('is named by its own program, which leaves nothing to be looked for', async () => {
    const { path } = await installCodex(wanted, npm(), cache());
    expect(path.endsWith(`/node_modules/@openai/${FOLDER}/bin/codex`)).toBe(true);
  });

  describe('in a cache that others may write to', () => {
    const changed = async (change: (folder: string) => void): Promise<unknown> => {
      const installed = await installCodex(wanted, npm(), cache());
      await requireCodexFiles(filesOf(installed));
      change(join(installed.path, '../..'));
      return rejection(requireCodexFiles(filesOf(installed)));
    };

    it('is not taken where somebody replaced its sandbox', async () => {
      const replace = (folder: string): void => {
        writeFileSync(join(folder, BWRAP), 'no sandbox at all');
      };
      expect(await changed(replace)).toBe('codex-files-differ');
    });

    it.each([
      ['a program before those of PATH', 'codex-path/git'],
      ['a file anywhere else', 'bin/codex-helper'],
      ['a file with a name of Object', 'codex-path/constructor'],
    ])('is not taken where somebody added %s', async (_, name) => {
      const add = (folder: string): void => {
        program(join(folder, name), '#!/bin/sh');
      };
      expect(await changed(add)).toBe('codex-files-added');
    });

    it('is not taken where somebody added a link', async () => {
      const add = (folder: string): void => {
        symlinkSync('/bin', join(folder, 'codex-path/more'));
      };
      expect(await changed(add)).toBe('codex-files-added');
    });

    it('is not taken by a link to another folder, whatever that has', async () => {
      const move = (folder: string): void => {
        const vendor = join(folder, '..');
        renameSync(vendor, `${vendor}-moved`);
        symlinkSync(`${vendor}-moved`, vendor);
      };
      expect(await changed(move)).toBe('codex-files-differ');
    });
  });

  it('is installed where it really is, though a link leads there', async () => {
    const temporaryFolder = join(folder('links'), 'temporary');
    symlinkSync(folder('real'), temporaryFolder);
    const installed = await installCodex({ ...wanted, temporaryFolder }, npm(), cache());
    expect(notes(installed)).not.toContain(temporaryFolder);
  });

  it("tells npm's own reason where it can not be had, without the registry's credentials", async () => {
    const tools = cache();
    const env = npm('echo "npm error code EINTEGRITY https://me:secret@npm.corp/x?sig=y" >&2; exit 1');
    const asked = installCodex(wanted, env, tools);
    await expect(asked).rejects.toThrow('(code EINTEGRITY https://npm.corp/x)');
    expect(await tools.find('codex-runner-codex', CODEX_VERSION)).toBeUndefined();
  });

  it('is missed where there is no npm', async () => {
    expect(await rejection(installCodex(wanted, { PATH: '/nowhere' }, cache()))).toBe('codex-not-installed');
  });
});
