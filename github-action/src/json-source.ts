/**
 * The text of a member of a JSON object as it stands there, without blanks between its parts. Parsed and written anew, a
 * number would lose what JavaScript's numbers can't hold: 12345678901234567890, 1e999, 1.10. Pure.
 *
 * @param json text that JSON.parse takes for an object
 * @returns of several members with that name the last, as JSON.parse has it; `undefined` where there is none
 */
export function memberSource(json: string, name: string): string | undefined {
  let depth = 0;
  let key: string | undefined;
  let found: string[] | undefined;
  let current: string[] | undefined;
  for (const token of tokensOf(json)) {
    const isMemberEnd = depth === 1 && (token === ',' || token === '}');
    if (isMemberEnd) {
      found = current ?? found;
      [key, current] = [undefined, undefined];
    } else if (depth === 1 && key === undefined && token.startsWith('"')) {
      key = JSON.parse(token) as string;
    } else if (depth === 1 && token === ':') {
      if (key === name) current = [];
    } else {
      current?.push(token);
    }
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
  }
  return found?.join('');
}

/** The same of all of it. Pure. */
export function compactSource(json: string): string {
  return [...tokensOf(json)].join('');
}

/** Strings by hand: a pattern that repeats something for each escape runs out of stack at a few million of them. */
function* tokensOf(json: string): Generator<string> {
  for (let at = 0; at < json.length;) {
    if (json[at] === '"') {
      const end = endOfString(json, at);
      yield json.slice(at, end);
      at = end;
    } else {
      OTHERS.lastIndex = at;
      const token = OTHERS.exec(json)?.[0] ?? ' ';
      if (token.trim() !== '') yield token;
      at += token.length;
    }
  }
}

/** A sign, a run of blanks, or a number or a word. */
const OTHERS = /[{}[\]:,]|\s+|[^\s{}[\]:,"]+/y;

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at + 1;
  }
  return json.length;
}
