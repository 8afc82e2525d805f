/**
 * Text that others wrote, made harmless for the runner's console: no line of it is a workflow command, whatever stands
 * before it. The runner reads `::command::` behind any blanks at the start of a line, and `##[command]` anywhere in it.
 * The CLI does the same; this holds if it ever should not.
 */
export function harmless(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCE, '')
    .replace(INVISIBLE, '')
    .split(LINE_BREAK)
    .map((line) => line.replace(WORKFLOW_COMMAND, '$1: :').replace(LOGGING_COMMAND, '# #'))
    .join('\n');
}

/** The same on one line. */
export function harmlessLine(text: string): string {
  return harmless(text.replace(/\s+/gu, ' ').trim());
}

const ESCAPE_SEQUENCE = /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]?|\u001B[ -/]*[0-~]?/gu;
/** Control characters but line breaks and tabs, and what turns the direction of writing. */
const INVISIBLE =
  /(?![\t\n\r\v\f\u0085])\p{Cc}|[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
/** Wider than what ends a line for the runner (\n, \r): a reader of the log takes the others for one as well. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const WORKFLOW_COMMAND = /^([\s\p{Z}\p{C}]*)::/u;
const LOGGING_COMMAND = /##(?=[\w-]{0,32}\[)/gu;
