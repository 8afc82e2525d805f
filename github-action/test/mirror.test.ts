import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionScene } from './scene/action-scene.ts';
import { certificate } from './scene/certificate.ts';

const servers: Server[] = [];

afterEach(() => {
  servers.splice(0).forEach((server) => server.close());
});

/** Its port. */
async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return String((server.address() as AddressInfo).port);
}

describe("the runner's jar over https", () => {
  it('is not fetched where the mirror leads on to an open line', async () => {
    const asked: string[] = [];
    const open = await listening(
      createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end('the jar');
      }),
    );
    const made = certificate();
    const mirror = await listening(
      createTlsServer(made, (_, response) => {
        response.writeHead(302, { location: `http://127.0.0.1:${open}/codex-runner.jar` }).end();
      }),
    );
    const step = await new ActionScene().run({
      prompt: 'x',
      'runner-jar': '',
      'runner-version': '1.2.3',
      'runner-url': `https://me:pass-word@127.0.0.1:${mirror}/x.jar?sig=s1gnature`,
      'runner-sha256': 'a'.repeat(64),
      'ca-bundle': made.cert,
    });

    expect(step.outputs).toMatchObject({ code: 'runner-not-fetched', retryable: 'false' });
    expect(step.outputs['reason']).toMatch(/x\.jar \(a redirect from https: to http:\)/);
    expect(asked).toEqual([]);
    const shown = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(shown.join('\n') + JSON.stringify(step.outputs)).not.toMatch(/pass-word|s1gnature/);
  });
});

describe("the runner's jar on a mirror", () => {
  const fetching = (url: string): Readonly<Record<string, string>> => ({
    prompt: 'x',
    'runner-jar': '',
    'runner-version': '1.2.3',
    'runner-url': url,
    'runner-sha256': createHash('sha256').update('the jar').digest('hex'),
  });

  it.each([
    [503, 'true'],
    [429, 'true'],
    [404, 'false'],
    [403, 'false'],
  ])('that answers %i may answer otherwise a minute later: %s', async (status, retryable) => {
    const mirror = await listening(createServer((_, response) => response.writeHead(status).end()));
    const step = await new ActionScene().run(fetching(`http://127.0.0.1:${mirror}/x.jar`));
    expect(step.outputs).toMatchObject({ code: 'runner-not-fetched', kind: 'connectivity', retryable });
  });

  it('that breaks the connection is worth a second try, and one that nobody knows is not', async () => {
    const mirror = await listening(createServer((request) => request.socket.destroy()));
    const broken = await new ActionScene().run(fetching(`http://127.0.0.1:${mirror}/x.jar`));
    expect(broken.outputs).toMatchObject({ code: 'runner-not-fetched', retryable: 'true' });
    const unknown = await new ActionScene().run(fetching('http://mirror.invalid/x.jar'));
    expect(unknown.outputs).toMatchObject({ code: 'runner-not-fetched', retryable: 'false' });
  });

  it('leaves nothing of what was fetched behind but the tool cache', async () => {
    const mirror = await listening(createServer((_, response) => response.end('the jar')));
    for (const tools of ['', 'tools']) {
      const scene = new ActionScene();
      const env = tools === '' ? {} : { RUNNER_TOOL_CACHE: join(scene.root, tools) };
      expect((await scene.run(fetching(`http://127.0.0.1:${mirror}/x.jar`), env)).exitCode).toBe(0);
      const left = readdirSync(scene.root, { recursive: true, encoding: 'utf8' });
      const jars = left.filter((path) => path.endsWith('.jar') && path !== 'codex-runner.jar');
      expect(jars).toEqual(tools === '' ? [] : [`tools/codex-runner/1.2.3/${process.arch}/codex-runner.jar`]);
      expect(left.filter((path) => /private|jar-/.test(path))).toEqual([]);
    }
  });

  it('is fetched from a mirror into the tool cache, and used', async () => {
    let asked = 0;
    const mirror = await listening(
      createServer((_, response) => {
        asked++;
        response.end('the jar');
      }),
    );
    const scene = new ActionScene();
    const inputs = {
      prompt: 'x',
      'runner-jar': '',
      'runner-version': '1.2.3',
      'runner-url': `http://127.0.0.1:${mirror}/codex-runner.jar`,
      'runner-sha256': 'a8c0ac78f4c4a2b2a6ba3b1e8ca4bb6b3fb8f3f8be8ed5d8f5c8a6b5c5a4e6ab',
    };
    const env = { RUNNER_TOOL_CACHE: join(scene.root, 'tools') };
    expect((await scene.run(inputs, env)).outputs['code']).toBe('runner-digest-differs');

    const right = { ...inputs, 'runner-sha256': createHash('sha256').update('the jar').digest('hex') };
    expect((await scene.run(right, env)).exitCode).toBe(0);
    expect((await scene.run(right, env)).exitCode).toBe(0);
    expect(asked).toBe(2);
  });
});

describe("the runner's jar", () => {
  it('that is replaced while the identity token is waited for does not run', async () => {
    const scene = new ActionScene();
    const digest = createHash('sha256').update(readFileSync(scene.jar)).digest('hex');
    const port = await listening(
      createServer((_, response) => {
        const [id = ''] = readdirSync(join(scene.temp, 'codex-runner'));
        writeFileSync(join(scene.temp, 'codex-runner', id, 'private/codex-runner.jar'), 'another');
        response.end(JSON.stringify({ value: 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl' }));
      }),
    );
    const step = await scene.run(
      {
        prompt: 'x',
        'vault-url': 'https://v',
        'vault-auth': 'jwt',
        'vault-role': 'ci',
        'runner-sha256': digest,
      },
      {
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/t?v=1`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'r',
      },
    );
    expect(step.outputs['code']).toBe('runner-digest-differs');
  });
});
