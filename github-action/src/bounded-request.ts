import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { HttpClient } from '@actions/http-client';
import { within } from './within.ts';

const LARGEST_TEXT_BYTES = 1024 * 1024;

export interface BoundedRequest {
  readonly url: string;
  readonly accept?: string;
  /** The authorization header; goes to no other host, whatever redirects there. */
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
    let size = 0;
    for await (const chunk of message) {
      size += (chunk as Buffer).length;
      if (size > LARGEST_TEXT_BYTES) throw new Error(`the answer has more than ${LARGEST_TEXT_BYTES} bytes`);
      chunks.push(chunk as Buffer);
    }
    return { status: message.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') };
  });
}

/** Writes the answer to a file that is not there yet. From https nothing leads to http. */
export async function fileFrom(request: BoundedRequest, file: string): Promise<void> {
  await answered(request, async (message) => {
    if (message.statusCode !== 200) throw new StatusFailure(message.statusCode ?? 0);
    await pipeline(message, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  });
}

/** Whoever is too slow is cut off: a connection that is left open would keep the process from its end. */
async function answered<Result>(
  { url, accept, authorization, milliseconds, redirects }: BoundedRequest,
  read: (message: IncomingMessage) => Promise<Result>,
): Promise<Result> {
  const client = new HttpClient('codex-runner', [], {
    allowRetries: false,
    allowRedirects: redirects === 'follow',
    maxRedirects: 10,
    socketTimeout: milliseconds,
  });
  let message: IncomingMessage | undefined;
  const ask = async (): Promise<Result> => {
    ({ message } = await client.get(url, {
      ...(accept === undefined ? {} : { accept }),
      ...(authorization === undefined ? {} : { authorization }),
    }));
    return read(message);
  };
  try {
    return await within(milliseconds, ask());
  } finally {
    message?.destroy();
    client.dispose();
  }
}
