/** A failure as the runner prints it where there is no report: `error: WHAT`, `  why: WHY`, `  fix: FIX [CODE, PAGE]`. */
export interface SaidFailure {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly code: string;
  readonly page: string;
}

/** The last one that is whole. Line by line: one pattern over all of it would go over a flood again and again. */
export function saidIn(stderr: string): SaidFailure | undefined {
  const lines = stderr.split('\n');
  const end = lines.findLastIndex((line) => FIX.test(line));
  const begin = lines.findLastIndex((line, at) => at < end && line.startsWith(WHAT));
  const { fix = '', code = '', page = '' } = FIX.exec(lines[end] ?? '')?.groups ?? {};
  if (begin < 0) return undefined;
  const words = lines.slice(begin, end);
  const cause = words.findIndex((line) => line.startsWith(WHY));
  const [what, why] = cause < 0 ? [words, []] : [words.slice(0, cause), words.slice(cause)];
  // Nothing on its first line: below it stands what is wrong, one entry after the other.
  const isList = why[0]?.trim() === WHY.trim();
  const happened = [...what, ...(isList ? why.slice(1) : [])].join('\n').slice(WHAT.length);
  return { what: happened, why: isList ? '' : why.join('\n').slice(WHY.length).trim(), fix, code, page };
}

const WHAT = 'error: ';
const WHY = '  why:';
const FIX = /^ {2}fix: (?<fix>.*) \[(?<code>[a-z0-9-]+), (?<page>docs\/[a-z-]+\.md#[a-z0-9-]+)\]$/;
