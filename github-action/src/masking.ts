import { encodedForms } from './encodings.ts';

/** Below it a mask ruins the log: a secret that ends in a line "}" would turn every brace into three stars. */
export const SHORTEST_MASK = 4;

export interface Secret {
  /** Whose value it is, for messages. */
  readonly name: string;
  readonly value: string;
}

export interface Masks {
  readonly texts: readonly string[];
  /** Names of secrets of which a line is too short to be masked. */
  readonly tooShort: readonly string[];
}

/**
 * Every line of every encoded form of the secrets. The runner masks within a line only, and splits a mask of several
 * lines into masks for each of them, however short: hence no mask here has a line break in it.
 */
export function masksOf(secrets: readonly Secret[]): Masks {
  const texts = new Set<string>();
  const tooShort = new Set<string>();
  for (const { name, value } of secrets) {
    const whole = value.trim();
    const lines = linesOf(whole);
    if (lines.some((line) => line.length < SHORTEST_MASK)) tooShort.add(name);
    for (const form of [whole, ...lines].flatMap((text) => [text, ...encodedForms(text)]).flatMap(linesOf)) {
      if (form.length >= SHORTEST_MASK) texts.add(form);
    }
  }
  // Longest first: a runner that replaces one mask after the other would else leave the rest of a longer one.
  return { texts: [...texts].sort((one, other) => other.length - one.length), tooShort: [...tooShort] };
}

/** Blank lines are none, and blanks around a line are not part of a secret: a mask of them would be a mask of blanks. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
