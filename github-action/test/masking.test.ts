import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodedForms } from '../src/encodings.ts';
import { masksOf } from '../src/masking.ts';
import { runnerConsole } from '../src/runner-console.ts';

const masks = (value: string): readonly string[] => masksOf([{ name: 'it', value }]).texts;

/** As GitHub's runner shows a line of the log. */
function shown(line: string, texts: readonly string[]): string {
  return texts.reduce((masked, text) => masked.replaceAll(text, '***'), line);
}

const secrets = fc
  .string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
  .filter((text) => text.trim().length >= 8);

describe('a secret', () => {
  it('is masked line by line, since the log is', () => {
    expect(masks('first line\n  second line\n')).toEqual(
      expect.arrayContaining(['first line', 'second line']),
    );
    expect(masks('first line\nsecond line').filter((text) => /[\r\n]/.test(text))).toEqual([]);
  });

  it('is not masked where a line is so short that the mask would ruin the log, and that is said', () => {
    const { texts, tooShort } = masksOf([{ name: 'key', value: '{\nlong enough\n}' }]);
    expect(tooShort).toEqual(['key']);
    expect(texts.every((text) => text.length >= 4)).toBe(true);
  });

  it('has no mask of nothing', () => {
    expect(masks('')).toEqual([]);
    expect(masks(' \n \r\n')).toEqual([]);
  });

  it('is masked the longest form first, so that none leaves the rest of a longer one', () => {
    const lengths = masks('correct horse battery staple').map((text) => text.length);
    expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
  });

  it('reaches the runner whole, whatever characters the command itself is made of', () => {
    let said = '';
    runnerConsole((text) => (said += text)).mask('100%\r\n::');
    expect(said).toBe('::add-mask::100%25%0D%0A::\n');
  });

  const encoders: readonly (readonly [string, (secret: string) => string])[] = [
    ['as it is', (secret) => secret],
    ['in hexadecimal digits', (secret) => Buffer.from(secret).toString('hex')],
    ['in capital hexadecimal digits', (secret) => Buffer.from(secret).toString('hex').toUpperCase()],
    ['in an address', (secret) => encodeURIComponent(secret)],
    ['in a form', (secret) => encodeURIComponent(secret).replaceAll('%20', '+')],
    ['in JSON', (secret) => JSON.stringify({ secret })],
    ['in JSON in JSON', (secret) => JSON.stringify(JSON.stringify(secret))],
    ['in XML', (secret) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')],
  ]; // prettier-ignore

  it.each(encoders)('does not come to light %s', (_, encode) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const trimmed = secret.trim();
        const line = encode(trimmed);
        expect(shown(line, masks(secret))).not.toBe(line);
        expect(shown(line, masks(secret))).not.toContain(trimmed);
      }),
    );
  });

  it('does not come to light in base64, whatever stands before and behind it', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.string({ maxLength: 6 }),
        fc.string({ maxLength: 6 }),
        (secret, before, behind) => {
          const trimmed = secret.trim();
          const whole = Buffer.from(before + trimmed + behind);
          for (const encoding of ['base64', 'base64url'] as const) {
            const line = shown(whole.toString(encoding), masks(secret));
            expect(line).toContain('***');
            // Of what is left no reader gets more than the characters that it shares with its neighbours.
            const left = line.split('***').map((part) => Buffer.from(part, encoding).toString('latin1'));
            const bytes = Buffer.from(trimmed).toString('latin1');
            expect(left.some((part) => part.includes(bytes.slice(1, -1)))).toBe(false);
          }
        },
      ),
    );
  });
});

describe('the encoded forms of a text', () => {
  it('are each there once', () => {
    const forms = encodedForms('plain');
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('are found for a text that is half a character', () => {
    expect(() => encodedForms('abc\ud800def')).not.toThrow();
  });
});
