/** Of a connection; a name that nobody knows, or a certificate that nobody signed, stays what it is. */
const PASSING = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

/** A proxy that says no ends the connection too, and its error has that one's code. */
const REFUSED_BY_PROXY = /statusCode=4\d\d/;

/** Whether what was thrown by a request may be otherwise a minute later. Pure. */
export function mayPass(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || REFUSED_BY_PROXY.test(thrown.message)) return false;
  const { status, code } = thrown as Error & { readonly status?: unknown; readonly code?: unknown };
  if (typeof status === 'number') return status >= 500 || [408, 425, 429].includes(status);
  return typeof code === 'string' && PASSING.has(code);
}

/** The same of what npm printed: `npm error code ECONNRESET`, `npm error code E503`. */
export function npmTroubleMayPass(output: string): boolean {
  const code = /^npm error code (?<code>\w+)$/m.exec(output)?.groups?.['code'] ?? '';
  return PASSING.has(code) || /^E(?:5\d\d|408|425|429)$/.test(code);
}
