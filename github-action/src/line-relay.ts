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
  private readonly masked: readonly string[];
  private readonly write: (text: string) => void;
  private rest = '';

  /** @param masked what GitHub's runner masks, which it does line by line: no line ends within one of these */
  constructor(write: (text: string) => void, masked: readonly string[] = []) {
    this.write = write;
    this.masked = masked;
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
    // As much more as a masked text is long: whether one begins before the cut is known when all of it is there.
    const longest = this.masked.reduce((length, text) => Math.max(length, text.length), 0);
    while (this.rest.length > LONGEST_LINE + longest) {
      const cut = this.cut();
      this.writeLine(this.rest.slice(0, cut));
      this.rest = this.rest.slice(cut);
    }
  }

  /** At a blank where there is one near; never within a masked text, unless that is all there is. */
  private cut(): number {
    const blank = this.rest.lastIndexOf(' ', LONGEST_LINE - 1) + 1;
    let cut = blank > LONGEST_LINE / 2 ? blank : LONGEST_LINE;
    for (let moved = true; moved;) {
      moved = false;
      for (const text of this.masked) {
        const at = this.rest.indexOf(text, Math.max(0, cut - text.length + 1));
        if (at <= 0 || at >= cut) continue;
        cut = at;
        moved = true;
      }
    }
    return cut;
  }

  private writeLine(line: string): void {
    this.write(`${harmless(line.endsWith('\r') ? line.slice(0, -1) : line)}\n`);
  }
}
