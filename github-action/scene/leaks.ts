import assert from 'node:assert/strict';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shorter pieces are found in harmless text as well. */
const SHORTEST = 16;

/** The secret as a program may write it down. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and last characters mix with what stands beside it.
    return text.slice(Math.ceil((shift * 4) / 3) + (shift > 0 ? 1 : 0), -2);
  });
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    ...shifted,
    ...shifted.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(secret),
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    Buffer.from(bytes).reverse().toString('latin1'),
  ].filter((form, index, all) => form.length >= SHORTEST && all.indexOf(form) === index);
}

/** A token's parts are secrets too: its signature, and in the payload of an agent identity a private key. */
function parts(secret: string): readonly string[] {
  return [secret, ...secret.split('.').slice(1)].filter((part) => part.length >= 40 || part === secret);
}

/** Fails where one of the secrets stands in one of the texts or files, in any form. Says which, never what. */
export function assertNoLeak(
  secrets: Readonly<Record<string, readonly string[]>>,
  texts: Readonly<Record<string, string>>,
  folders: readonly string[],
): { readonly forms: number; readonly bytes: number } {
  const needles = Object.entries(secrets).flatMap(([name, values]) =>
    values.flatMap((value) =>
      parts(value).flatMap((part) => formsOf(part).map((form) => [name, form] as const)),
    ),
  );
  assert.ok(needles.length > 0, 'nothing to search for');
  let bytes = 0;
  const search = (place: string, text: string): void => {
    bytes += text.length;
    for (const [name, form] of needles) {
      const at = text.indexOf(form);
      assert.ok(at < 0, `${name} stands in ${place}, behind: ${text.slice(Math.max(0, at - 60), at)}`);
    }
  };
  for (const [place, text] of Object.entries(texts)) search(place, text);
  for (const folder of folders)
    for (const file of filesIn(folder)) search(file, readFileSync(file, 'latin1'));
  assert.ok(bytes > 0, 'nothing was searched');
  return { forms: needles.length, bytes };
}

export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path);
    if (stat.isDirectory()) return filesIn(path);
    return stat.isFile() ? [path] : [];
  });
}
