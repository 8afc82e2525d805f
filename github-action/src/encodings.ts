/** One form that a secret takes when a program prints it encoded. Pure. */
type Encoding = (secret: string) => readonly string[];

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/**
 * What base64 makes of a text in the middle of other bytes: one form for each of the three places where it can begin,
 * without the characters at either end that are shared with a neighbour.
 */
const base64: Encoding = (secret) =>
  [0, 1, 2].map((shift) => {
    const content = bytes(secret);
    const encoded = Buffer.concat([Buffer.alloc(shift), content]).toString('base64');
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(((shift + content.length) * 8) / 6);
    return encoded.slice(from, to);
  });

const urlSafe: Encoding = (secret) =>
  base64(secret).map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));

const hex: Encoding = (secret) => {
  const lower = bytes(secret).toString('hex');
  return [lower, lower.toUpperCase()];
};

const percent: Encoding = (secret) => {
  // A secret may be half a pair of surrogates, which encodeURIComponent refuses.
  const strict = encodeURIComponent(secret.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const lower = strict.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
  const loose = encodeURIComponent(secret.toWellFormed());
  // In forms a blank is a plus.
  return [loose, strict, lower].flatMap((form) => [form, form.replaceAll('%20', '+')]);
};

const json: Encoding = (secret) => {
  const inner = JSON.stringify(secret).slice(1, -1);
  const ascii = inner.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const forms = [inner, ascii, inner.replaceAll('/', '\\/'), ascii.replaceAll('/', '\\/')];
  // As JSON in JSON: a log line of a log line.
  return [...forms, JSON.stringify(inner).slice(1, -1)];
};

const xml: Encoding = (secret) => {
  const escaped = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return [escaped, escaped.replaceAll("'", '&apos;'), escaped.replaceAll("'", '&#39;')];
};

const shell: Encoding = (secret) => [secret.replaceAll("'", "'\\''"), secret.replace(/["$`\\]/g, '\\$&')];

const literal: Encoding = (secret) => [secret];

/** Every encoding that a CI log shows by itself: a new one is added here. */
const encodings: readonly Encoding[] = [literal, base64, urlSafe, hex, percent, json, xml, shell];

/** All forms of a text, each once. */
export function encodedForms(secret: string): readonly string[] {
  return [...new Set(encodings.flatMap((encode) => encode(secret)))];
}
