import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionScene, type FinishedStep } from './scene/action-scene.ts';
import { certificate } from './scene/certificate.ts';
import { commandsIn } from './scene/runner-model.ts';

const servers: Server[] = [];

afterEach(() => {
  servers.splice(0).forEach((server) => server.close());
});

/** GitHub's own services as the action asks them: each request is noted, and answered by the next answer. */
async function gitHub(
  ...answers: readonly ((request: IncomingMessage, response: ServerResponse) => void)[]
): Promise<{
  readonly url: string;
  readonly asked: readonly string[];
  readonly authorizations: readonly string[];
}> {
  const asked: string[] = [];
  const authorizations: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(request.url ?? '');
    authorizations.push(request.headers.authorization ?? '');
    answer?.(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, authorizations };
}

const json =
  (content: unknown, status = 200) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  };

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmNvcnAvYXBwIn0.c2lnbmF0dXJl';

describe("GitHub's identity token", () => {
  const inputs = {
    prompt: 'x',
    'vault-url': 'https://vault.example.com',
    'vault-auth': 'jwt',
    'vault-role': 'ci',
    'vault-audience': 'https://vault.example.com/?a&b',
  };
  const login = (url: string): Promise<FinishedStep> =>
    new ActionScene().run(inputs, {
      FAKE_RUNNER: 'tells what it got',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
      ACTIONS_STEP_DEBUG: 'true',
      RUNNER_DEBUG: '1',
    });

  it('is asked for with the audience, masked in every form before anything else, and given to the runner only', async () => {
    const service = await gitHub(json({ value: TOKEN }));
    const step = await login(service.url);

    expect(service.asked).toEqual([
      '/token?api-version=2.0&audience=https%3A%2F%2Fvault.example.com%2F%3Fa%26b',
    ]);
    expect(service.authorizations).toEqual(['Bearer request-token']);
    const got = JSON.parse(readFileSync(join(step.outputs['report-path'] ?? '', 'got.json'), 'utf8')) as {
      readonly env: Readonly<Record<string, string>>;
    };
    expect(got.env['CODEX_RUNNER_VAULT_JWT']).toBe(TOKEN);
    const masked = commandsIn(step.log).filter(({ name }) => name === 'add-mask');
    expect(masked.map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        TOKEN,
        'c2lnbmF0dXJl',
        Buffer.from(TOKEN).toString('hex'),
        encodeURIComponent(TOKEN),
      ]),
    );
    const shown = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(shown.join('\n')).not.toContain(TOKEN);
  });

  it('is asked for again where the service stumbles', async () => {
    const service = await gitHub(json({}, 500), json({ value: TOKEN }));
    expect((await login(service.url)).exitCode).toBe(0);
    expect(service.asked).toHaveLength(2);
  });

  it('is not asked for again where the service says no', async () => {
    const service = await gitHub(json({ message: 'no' }, 403));
    const step = await login(service.url);

    expect(step.exitCode).toBe(3);
    expect(step.outputs).toMatchObject({ kind: 'secret_source', code: 'identity-token-refused' });
    expect(step.outputs['retryable']).toBe('false');
    expect(service.asked).toHaveLength(1);
    expect(step.log).not.toContain('request-token');
  });

  it('can not be asked for without the permission, and that is said with all else that is wrong', async () => {
    const step = await new ActionScene().run({ ...inputs, timeout: 'soon' });
    expect(step.exitCode).toBe(2);
    expect(step.outputs['reason']).toMatch(/timeout must be [^]*\n- GitHub gave no identity token/);
    const alone = await new ActionScene().run(inputs);
    expect(alone.exitCode).toBe(3);
    expect(alone.outputs).toMatchObject({ code: 'identity-token-refused', kind: 'secret_source' });
    expect(alone.log).toContain('id-token: write');
  });
});

describe("a server behind the company's authority", () => {
  async function server(content: unknown): Promise<{ readonly url: string; readonly cert: string }> {
    const made = certificate();
    const server = createTlsServer(made, json(content));
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, cert: made.cert };
  }

  const login = (url: string, inputs: Readonly<Record<string, string>>): Promise<FinishedStep> =>
    new ActionScene().run(
      { prompt: 'x', 'vault-url': 'https://v', 'vault-auth': 'jwt', 'vault-role': 'ci', ...inputs },
      { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token' },
    );

  it('is trusted by the action itself where ca-bundle has that', async () => {
    const { url, cert } = await server({ value: TOKEN });
    expect((await login(url, { 'ca-bundle': cert })).exitCode).toBe(0);
  });

  it.each(['as text', 'as a path'])('is trusted where it is asked for a permission, ca-bundle given %s', async (form) => {
    const { url, cert } = await server({ permission: 'write', user: { login: 'alice' } });
    const scene = new ActionScene();
    writeFileSync(join(scene.workspace, 'ca.pem'), cert);
    scene.event = { pull_request: { head: { repo: { full_name: 'a/b' } }, base: { repo: { full_name: 'a/b' } } }, repository: { private: true } };
    const step = await scene.run(
      { prompt: 'x', 'github-token': 't', 'ca-bundle': form === 'as text' ? cert : 'ca.pem' },
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: `${url}/api/v3` },
    );
    expect(step.outputs['reason']).toBe('All done.');
  }); // prettier-ignore

  it.each(['a pipe', 'a device'])('is not waited for where ca-bundle leads to %s', async (what) => {
    const { url } = await server({ value: TOKEN });
    const file = join(mkdtempSync(join(tmpdir(), 'ca-')), 'ca.pem');
    if (what === 'a pipe') execFileSync('mkfifo', [file]);
    else symlinkSync('/dev/ptmx', file);
    expect((await login(url, { 'ca-bundle': file })).outputs['code']).toBe('ca-bundle-unusable');
  });

  it('is not trusted else, and the token is not asked for over an open line', async () => {
    const { url } = await server({ value: TOKEN });
    const other = await login(url, { 'ca-bundle': certificate().cert });
    expect(other.outputs['code']).toBe('identity-token-refused');
  });
});

describe('a proxy', () => {
  it("is asked for the action's own calls, too, and its password stays out of the log", async () => {
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      asked.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    servers.push(proxy);
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    const login = { 'vault-url': 'https://v', 'vault-auth': 'jwt', 'vault-role': 'ci' };
    const address = `http://me:pass%21word@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const step = await new ActionScene().run(
      { prompt: 'x', ...login, proxy: address },
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.invalid/t?v=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'r', https_proxy: 'http://old' },
    ); // prettier-ignore

    expect(step.outputs['code']).toBe('identity-token-refused');
    expect(asked[0]).toBe(`token.invalid:443 Basic ${Buffer.from('me:pass!word').toString('base64')}`);
    const shown = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(shown.join('\n')).not.toMatch(/pass(?:!|%21)word/);
  });
});

describe("somebody's permission", () => {
  const pullRequest = {
    head: { repo: { full_name: 'corp/app' } },
    base: { repo: { full_name: 'corp/app' } },
  };
  const start = (url: string, inputs: Readonly<Record<string, string>> = {}): Promise<FinishedStep> => {
    const scene = new ActionScene();
    scene.event = { pull_request: pullRequest, repository: { full_name: 'corp/app', private: true } };
    return scene.run(
      { prompt: 'x', 'github-token': 'ghs_of_the_job', ...inputs },
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: `${url}/api/v3`, GITHUB_TRIGGERING_ACTOR: 'bob' },
    );
  };

  /** As GitHub does: about whom it was asked. */
  // prettier-ignore
  const permission = (level: string, login?: string) => (request: IncomingMessage, response: ServerResponse): void => {
    const user = { login: login ?? request.url?.split('/').at(-2), permissions: { pull: true, push: level === 'write' } };
    json({ permission: level, user })(request, response);
  };

  it('is no answer where it is about somebody else, or leads elsewhere', async () => {
    const other = await gitHub(permission('write', 'admin'));
    expect((await start(other.url)).outputs['code']).toBe('actor-unknown');
    const elsewhere = await gitHub(permission('write'));
    const moved = await gitHub((_, response) => response.writeHead(301, { location: elsewhere.url }).end());
    expect((await start(moved.url)).outputs['code']).toBe('actor-unknown');
    expect(elsewhere.asked).toEqual([]);
  });

  it('is asked of the server that the job is on, for both who caused the run and who started it', async () => {
    const service = await gitHub(permission('write'));
    const step = await start(service.url);

    expect(step.exitCode).toBe(0);
    expect([...service.asked].sort()).toEqual([
      '/api/v3/repos/corp/app/collaborators/alice/permission',
      '/api/v3/repos/corp/app/collaborators/bob/permission',
    ]);
    expect(service.authorizations[0]).toContain('ghs_of_the_job');
  });

  it('is not enough where it is less than what is demanded', async () => {
    const service = await gitHub(permission('read'));
    const step = await start(service.url);

    expect(step.exitCode).toBe(12);
    expect(step.outputs['code']).toBe('actor-not-allowed');
    expect(step.log).toContain('The permission for this repository is read; write is needed.');
  });

  it.each([404, 403, 500])('is not taken for granted where the answer is %i', async (status) => {
    const service = await gitHub(json({ message: '::error::no' }, status));
    const step = await start(service.url);

    expect(step.exitCode).toBe(12);
    expect(step.outputs['code']).toBe('actor-unknown');
  });

  it('is not asked for where those who may start the run are named', async () => {
    const service = await gitHub(json({}, 500));
    expect((await start(service.url, { 'allow-users': 'alice, bob' })).exitCode).toBe(0);
    expect(service.asked).toEqual([]);
  });
});
