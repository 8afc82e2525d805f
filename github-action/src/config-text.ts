/** The `config` input: flat YAML, checked by the runner; here only its keys and values are of interest. */
export type ConfigValues = ReadonlyMap<string, readonly string[]>;

export type ParsedConfig =
  | { readonly kind: 'read'; readonly values: ConfigValues }
  | { readonly kind: 'broken'; readonly problem: string };

export async function parseConfig(text: string): Promise<ParsedConfig> {
  if (text === '') return { kind: 'read', values: new Map() };
  // Loaded for those who need it: most workflows don't.
  const { parseDocument } = await import('yaml');
  // Texts as they are written, as the runner reads them: 1.10 is no number, and nothing is expanded.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) return broken(`config is broken YAML: ${firstLine(error.message)}`);
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 0 });
  } catch {
    return broken('config must be without aliases (*name)');
  }
  if (content === null || content === '') return { kind: 'read', values: new Map() };
  if (typeof content !== 'object' || Array.isArray(content))
    return broken('config must be lines of "key: value"');
  return {
    kind: 'read',
    values: new Map(Object.entries(content).map(([key, value]: [string, unknown]) => [key, textsOf(value)])),
  };
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map((item) => (typeof item === 'string' ? item : ''));
}

/** The library's words, without its excerpt of the text. */
function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/:\s*$/, '') ?? '';
}

function broken(problem: string): ParsedConfig {
  return { kind: 'broken', problem };
}
