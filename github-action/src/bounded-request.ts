import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { HttpClient } from '@actions/http-client';
import { within } from './within.ts';

const LARGEST_TEXT_BYTES = 1024 * 1024;

export interface BoundedRequest {
  readonly url: string;
  readonly accept?: string;
  /** The authorization header; goes to no other origin, whatever redirects there: another port may be another's service. */
  readonly authorization?: string;
  /** For all of the answer, not only its first byte. */
  readonly milliseconds: number;
  readonly redirects: 'follow' | 'refuse';
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** An answer that is none: the service said another status than 200. */
export class StatusFailure extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`Unexpected HTTP response: ${String(status)}`);
    this.status = status;
  }
}

/** The answer, whatever its status. */
export async function textFrom(request: BoundedRequest): Promise<Answer> {
  return answered(request, async (message) => {
    const chunks: Buffer[] = [];
    for await (const chunk of bounded(message as AsyncIterable<Buffer>, LARGEST_TEXT_BYTES))
      chunks.push(chunk);
    return { status: message.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') };
  });
}

/** Writes the answer to a file that is not there yet; of one with more bytes than that the file is no more. */
export async function fileFrom(request: BoundedRequest, file: string, largest: number): Promise<void> {
  await answered(request, async (message) => {
    if (message.statusCode !== 200) throw new StatusFailure(message.statusCode ?? 0);
    try {
      const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
      await pipeline(message, (chunks) => bounded(chunks as AsyncIterable<Buffer>, largest), target);
    } catch (failed) {
      if ((failed as NodeJS.ErrnoException).code !== 'EEXIST') await rm(file, { force: true });
      throw failed;
    }
  });
}

/** The chunks as they come, whatever the answer's own head says of their number. */
async function* bounded(chunks: AsyncIterable<Buffer>, largest: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > largest) throw new Error(`the answer has more than ${largest} bytes`);
    yield chunk;
  }
}

/** Whoever is too slow is cut off: a connection that is left open would keep the process from its end. */
async function answered<Result>(
  request: BoundedRequest,
  read: (message: IncomingMessage) => Promise<Result>,
): Promise<Result> {
  const { milliseconds } = request;
  const client = new HttpClient('codex-runner', [], {
    allowRetries: false,
    // It would send the authorization on to any port of the same host.
    allowRedirects: false,
    socketTimeout: milliseconds,
  });
  const messages: IncomingMessage[] = [];
  const ask = async (): Promise<Result> => {
    let target = new URL(request.url);
    let headers = headersOf(request);
    for (;;) {
      const { message } = await client.get(target.href, headers);
      messages.push(message);
      const next = request.redirects === 'follow' ? redirectOf(message, target) : undefined;
      if (next === undefined) return read(message);
      if (messages.length > MOST_REDIRECTS) throw new Error(`more than ${MOST_REDIRECTS} redirects`);
      message.destroy();
      // Not again, should the way lead back.
      if (next.origin !== target.origin) headers = headersOf({ ...request, authorization: undefined });
      target = next;
    }
  };
  try {
    return await within(milliseconds, ask());
  } finally {
    messages.forEach((message) => message.destroy());
    client.dispose();
  }
}

const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** `undefined` where the answer is the answer. From https nothing leads to http, and to nothing else from either. */
function redirectOf({ statusCode, headers }: IncomingMessage, from: URL): URL | undefined {
  const { location } = headers;
  if (!REDIRECTS.has(statusCode ?? 0) || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) throw new Error('a redirect to no address');
  const next = new URL(location, from.href);
  if (next.protocol !== 'https:' && next.protocol !== from.protocol)
    throw new Error(`a redirect from ${from.protocol} to ${next.protocol}`);
  return next;
}

function headersOf(
  request: Pick<BoundedRequest, 'accept'> & { readonly authorization?: string | undefined },
): {
  readonly accept?: string;
  readonly authorization?: string;
} {
  const { accept, authorization } = request;
  return {
    ...(accept === undefined ? {} : { accept }),
    ...(authorization === undefined ? {} : { authorization }),
  };
}
