import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineRelay } from '../src/line-relay.ts';
import { commandsIn, parsed } from './scene/runner-model.ts';

function relayed(chunks: readonly Buffer[]): string {
  let shown = '';
  const relay = new LineRelay((text) => (shown += text));
  chunks.forEach((chunk) => {
    relay.push(chunk);
  });
  relay.end();
  return shown;
}

const text = (...chunks: readonly string[]): string => relayed(chunks.map((chunk) => Buffer.from(chunk)));

/** What an attacker builds commands from, and what readers disagree about. */
const pieces = fc.constantFrom(
  '::', ':', '##[', '#', '[', ']', '\n', '\r', '\r\n', ' ', '\t', '\v', '\f', '\u0085', '\u00a0', '\u2028', '\u2029', '\ufeff',
  '\u200b', '\u202e', '\u0000', '\u001b[2K', '\u001b]0;', '\u0007', '\u009b', 'add-mask', 'set-output name=x', 'stop-commands',
  'error', 'group', 'TOKEN', '\ud800', 'é', '👩‍🔬', '%0A', '%3A%3A', '\u061c', '\u180e',
); // prettier-ignore

describe('what a child prints', () => {
  it('is passed on line by line, the last one with an end', () => {
    expect(text('one\ntw', 'o\nthree')).toBe('one\ntwo\nthree\n');
  });

  it('is a command neither whole nor put together from two writes', () => {
    expect(text('::error', '::x\n')).toBe(': :error::x\n');
    expect(text(':', ':set-env name=PATH::/evil')).toBe(': :set-env name=PATH::/evil\n');
  });

  it.each([
    ['behind blanks of any sort', ' \t\u00a0\u3000\u2003::error::x'],
    ['behind a line separator', 'words\u2028::error::x'],
    ['behind a next line character', 'words\u0085::error::x'],
    ['behind a carriage return', 'words\r::error::x'],
    ['behind colours', '\u001b[31m::error::x'],
    ['behind what is not seen', '\ufeff\u200b\u202e\u0000::error::x'],
    ['in the old form', 'words ##[add-mask]e'],
    ['in the form of other systems', '##vso[task.setvariable]x'],
  ])('is no command %s', (_, line) => {
    expect(commandsIn(text(line))).toEqual([]);
    expect(text(line)).not.toMatch(/##[\w-]*\[/);
  });

  it('keeps everything that can be read', () => {
    const line = 'a::b, C++: std::vector, ## heading, [x], 👩‍🔬 über';
    expect(text(line)).toBe(`${line}\n`);
  });

  it('takes no memory where a line has no end', () => {
    const shown = text(...Array.from({ length: 300 }, () => 'y'.repeat(1000)));
    expect(shown.split('\n').every((line) => line.length <= 33_000)).toBe(true);
    expect(shown.replaceAll('\n', '')).toHaveLength(300_000);
  });

  it('is not cut within what is to be masked, nor within a word where there are blanks', () => {
    const secret = 'a-secret-of-forty-characters-in-all-1234';
    for (let before = 32 * 1024 - 60; before < 32 * 1024 + 20; before++) {
      let shown = '';
      const relay = new LineRelay((line) => (shown += line), [secret]);
      for (const part of ['y'.repeat(before), secret.slice(0, 9), secret.slice(9), 'z'.repeat(9_000)])
        relay.push(Buffer.from(part));
      relay.end();
      expect(shown.includes(secret)).toBe(true);
    }
    const words = 'eight-8 '.repeat(10_000);
    expect(
      text(words)
        .split(/[ \n]+/)
        .filter((word) => word !== '' && word !== 'eight-8'),
    ).toEqual([]);
  });

  it('is never a command, whatever it is made of and however it is split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }),
        fc.array(fc.nat(200), { maxLength: 20 }),
        (words, cuts) => {
          const lines = relayed(split(Buffer.from(words.join(''), 'utf8'), cuts)).split(/\r\n|\r|\n/);
          expect(lines.map(parsed).filter((command) => command !== undefined)).toEqual([]);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('is never a command either when it is no UTF-8 at all', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 8 }), (chunks) => {
        const shown = relayed(chunks.flatMap((chunk) => [Buffer.from(chunk), Buffer.from('::x::y\n')]));
        expect(
          shown
            .split(/\r\n|\r|\n/)
            .map(parsed)
            .filter((command) => command !== undefined),
        ).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('can not end the section without commands, even by the right word', () => {
    const section = `::stop-commands::TOKEN\n${text('\n::TOKEN::\n  ::TOKEN::\n##[TOKEN]\n::add-mask::e')}::TOKEN::\n`;
    expect(commandsIn(section).map(({ name }) => name)).toEqual(['stop-commands', 'TOKEN']);
    expect(section.indexOf('::TOKEN::')).toBe(section.lastIndexOf('::TOKEN::'));
  });
});

function split(content: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const chunks: Buffer[] = [];
  let from = 0;
  for (const length of cuts) {
    chunks.push(content.subarray(from, from + length));
    from += length;
  }
  return [...chunks, content.subarray(from)];
}
