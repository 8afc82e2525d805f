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
    await expect(fileFrom(request(url, 300), file)).rejects.toThrow('no answer within');
    await left;
  });
});

describe('an answer', () => {
  it('is told with its status, and a file is written', async () => {
    const { url } = await server((_, response) => response.writeHead(200).end('content'));
    expect(await textFrom(request(url))).toEqual({ status: 200, text: 'content' });
    const file = join(mkdtempSync(join(tmpdir(), 'file-')), 'x');
    await fileFrom(request(url), file);
    expect(readFileSync(file, 'utf8')).toBe('content');
  });

  it('that is no file is not written', async () => {
    const { url } = await server((_, response) => response.writeHead(404).end('no'));
    const file = join(mkdtempSync(join(tmpdir(), 'file-')), 'x');
    await expect(fileFrom(request(url), file)).rejects.toThrow('404');
    expect(existsSync(file)).toBe(false);
  });

  it('without an end is not read to it', async () => {
    const { url } = await server((_, response) => response.end(Buffer.alloc(2 * 1024 * 1024)));
    await expect(textFrom(request(url))).rejects.toThrow('more than');
  });

  it('elsewhere is fetched only where that is wanted', async () => {
    const target = await server((_, response) => response.end('there'));
    const { url } = await server((_, response) => response.writeHead(302, { location: target.url }).end());
    expect((await textFrom(request(url))).text).toBe('there');
    expect((await textFrom({ ...request(url), redirects: 'refuse' })).status).toBe(302);
  });
});
