/** How an input's text is understood. `expects` ends the sentence "It must be ...". */
export interface Form {
  readonly kind: 'value' | 'list' | 'switch' | 'path' | 'secret';
  readonly expects: string;
  accepts(text: string): boolean;
}

const matching = (kind: Form['kind'], pattern: RegExp, expects: string): Form => ({
  kind,
  expects,
  accepts: (text) => pattern.test(text),
});

export const text: Form = matching('value', /^[^\0]*$/s, 'text');
export const name: Form = matching('value', /^[^\s\p{Cc}]+$/u, 'a name without blanks');
export const path: Form = matching('path', /^[^\0\n]+$/, 'a path');
export const secret: Form = matching('secret', /^[^\0]*$/s, 'text');
export const count: Form = matching('value', /^[1-9]\d{0,14}$/, 'a whole number of at least 1');
export const fewTimes: Form = matching('value', /^(?:\d|10)$/, 'a whole number from 0 to 10');
export const runName: Form = matching(
  'value',
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  'a name of at most 64 letters, digits, dots, hyphens and underscores',
);
export const duration: Form = matching(
  'value',
  /^(?=\d)(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/,
  'a duration such as 90s, 10m or 1h30m',
);
export const url: Form = matching('value', /^https?:\/\/[^\s]+$/i, 'an address that begins with https://');
export const digest: Form = matching('value', /^[0-9a-f]{64}$/i, 'a SHA-256 of 64 hexadecimal digits');
export const version: Form = matching(
  'value',
  /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/,
  'a whole version such as 1.2.3',
);
export const toggle: Form = matching('switch', /^(?:true|false)$/, 'true or false');

export const choice = (...words: readonly string[]): Form => ({
  kind: 'value',
  expects: words.join(', '),
  accepts: (given) => words.includes(given),
});

/** Between line breaks or commas. */
export const names: Form = {
  kind: 'list',
  expects: 'names between commas or line breaks',
  accepts: (given) => entries(given).every((entry) => name.accepts(entry)),
};

export const choices = (...words: readonly string[]): Form => ({
  kind: 'list',
  expects: words.join(', '),
  accepts: (given) => entries(given).every((entry) => words.includes(entry)),
});

export function entries(list: string): readonly string[] {
  return list
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
