import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fileFrom, textFrom, type BoundedRequest } from '../src/bounded-request.ts';

const servers: Server[] = [];

afterEach(() => {
  servers.splice(0).forEach((server) => server.close());
});

/** Says when the client is gone. */
async function server(
  answer: RequestListener,
): Promise<{ readonly url: string; readonly left: Promise<void> }> {
  const made = createServer(answer);
  servers.push(made);
  const left = new Promise<void>((gone) => {
    made.on('connection', (socket) => socket.once('close', () => { gone(); }));
  }); // prettier-ignore
  await new Promise<void>((listening) => made.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}/`, left };
}

const request = (url: string, milliseconds = 10_000): BoundedRequest => ({
  url,
  milliseconds,
  redirects: 'follow',
});

/** Headers at once, and then one byte after the other, for ever. */
const drips: RequestListener = (_, response) => {
  response.writeHead(200);
  const drip = setInterval(() => response.write('x'), 20);
  response.once('close', () => { clearInterval(drip); });
}; // prettier-ignore

const silent: RequestListener = () => undefined;

describe('a service that is too slow', () => {
  it.each([
    ['drips', drips],
    ['says nothing', silent],
  ])('and %s is cut off, so that nothing keeps the process from its end', async (_, behaviour) => {
    const { url, left } = await server(behaviour);
    await expect(textFrom(request(url, 300))).rejects.toThrow('no answer within 0.3 s');
    // For ever, were the connection left open.
    await left;
  });

  it('is cut off in the middle of a file, too', async () => {
    const { url, left } = await server(drips);
    const file = join(mkdtempSync(join(tmpdir(), 'file-')), 'x');
    await expect(fileFrom(request(url, 300), file, 1_000)).rejects.toThrow('no answer within');
    await left;
  });
});

describe('an answer', () => {
  it('is told with its status, and a file is written', async () => {
    const { url } = await server((_, response) => response.writeHead(200).end('content'));
    expect(await textFrom(request(url))).toEqual({ status: 200, text: 'content' });
    const file = join(mkdtempSync(join(tmpdir(), 'file-')), 'x');
    await fileFrom(request(url), file, 1_000);
    expect(readFileSync(file, 'utf8')).toBe('content');
  });

  it('that is no file is not written', async () => {
    const { url } = await server((_, response) => response.writeHead(404).end('no'));
    const file = join(mkdtempSync(join(tmpdir(), 'file-')), 'x');
    await expect(fileFrom(request(url), file, 1_000)).rejects.toThrow('404');
    expect(existsSync(file)).toBe(false);
  });

  it('without an end is not read to it', async () => {
    const { url } = await server((_, response) => response.end(Buffer.alloc(2 * 1024 * 1024)));
    await expect(textFrom(request(url))).rejects.toThrow('more than');
  });

  it('that is larger than a file may be is cut off, and the file is gone', async () => {
    const { url, left } = await server((_, response) => {
      response.writeHead(200);
      const flood = (): void => {
        while (response.write(Buffer.alloc(64 * 1024)));
      };
      response.on('drain', flood);
      flood();
    });
    const file = join(mkdtempSync(join(tmpdir(), 'file-')), 'x');
    await expect(fileFrom(request(url), file, 1_000_000)).rejects.toThrow('more than 1000000 bytes');
    expect(existsSync(file)).toBe(false);
    await left;
  });

  it('elsewhere is fetched without what the first was told, though it be the same host, and on the way back', async () => {
    const seen: string[] = [];
    const note: RequestListener = ({ url, headers }, response) => {
      seen.push(`${url ?? ''} ${headers.authorization ?? 'nothing'}`);
      if (url !== '/last') response.writeHead(302, { location: `${first.url}last` });
      response.end('there');
    };
    const other = await server(note);
    const first = await server((asked, response) => {
      if (asked.url === '/') seen.push(`/ ${asked.headers.authorization ?? 'nothing'}`);
      if (asked.url === '/') response.writeHead(302, { location: '/relative' }).end();
      else if (asked.url === '/relative') {
        seen.push(`/relative ${asked.headers.authorization ?? 'nothing'}`);
        response.writeHead(307, { location: `${other.url}other` }).end();
      } else note(asked, response);
    });
    expect((await textFrom({ ...request(first.url), authorization: 'Basic x' })).text).toBe('there');
    expect(seen).toEqual(['/ Basic x', '/relative Basic x', '/other nothing', '/last nothing']);
  });

  it('that leads round in circles, or to no address, is none', async () => {
    const { url } = await server((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(textFrom(request(url))).rejects.toThrow('more than 10 redirects');
    const nowhere = await server((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    await expect(textFrom(request(nowhere.url))).rejects.toThrow('a redirect from http: to file:');
  });

  it('elsewhere is fetched only where that is wanted', async () => {
    const target = await server((_, response) => response.end('there'));
    const { url } = await server((_, response) => response.writeHead(302, { location: target.url }).end());
    expect((await textFrom(request(url))).text).toBe('there');
    expect((await textFrom({ ...request(url), redirects: 'refuse' })).status).toBe(302);
  });
});
