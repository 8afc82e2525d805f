import { StringDecoder } from 'node:string_decoder';
import { harmless } from './harmless.ts';

/** A line without an end is passed on in pieces of this size, so that a flood takes no memory. */
const LONGEST_LINE = 32 * 1024;

/**
 * Passes a process's output on line by line, made harmless. Whole lines only: half of `::error::` is no command, and its
 * other half neither, but the two together are one.
 */
export class LineRelay {
  private readonly decoder = new StringDecoder('utf8');
  private readonly write: (text: string) => void;
  private rest = '';

  constructor(write: (text: string) => void) {
    this.write = write;
  }

  push(chunk: Buffer): void {
    this.take(this.decoder.write(chunk));
  }

  /** The last line gets an end: what is printed next must begin a line of its own. */
  end(): void {
    this.take(this.decoder.end());
    if (this.rest !== '') this.writeLine(this.rest);
    this.rest = '';
  }

  private take(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    lines.forEach((line) => {
      this.writeLine(line);
    });
    while (this.rest.length > LONGEST_LINE) {
      this.writeLine(this.rest.slice(0, LONGEST_LINE));
      this.rest = this.rest.slice(LONGEST_LINE);
    }
  }

  private writeLine(line: string): void {
    this.write(`${harmless(line.endsWith('\r') ? line.slice(0, -1) : line)}\n`);
  }
}
