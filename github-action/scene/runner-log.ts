export interface Annotation {
  readonly level: string;
  readonly text: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface UnderstoodLog {
  /** Commands that GitHub's runner would have obeyed, in their order. */
  readonly obeyed: readonly Command[];
  /** Those that it would not, since it was told to stop. */
  readonly ignored: readonly Command[];
  readonly annotations: readonly Annotation[];
  /** The lines that are no commands. */
  readonly text: string;
}

const MODERN = /^::([A-Za-z][A-Za-z-]*)((?: [^:]*(?::(?!:)[^:]*)*)?)::(.*)$/s;
/** The old form is found anywhere in a line. */
const OLD = /##\[([A-Za-z][A-Za-z-]*)((?: [^\]]*)?)\](.*)$/s;

/** Reads a log as GitHub's runner does (ActionCommandManager), line by line, `stop-commands` included. */
export function understand(log: string): UnderstoodLog {
  const obeyed: Command[] = [];
  const ignored: Command[] = [];
  const text: string[] = [];
  let resume: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    if (resume !== undefined && line.trim() === `::${resume}::`) {
      resume = undefined;
      continue;
    }
    const command = commandIn(line.trimStart());
    if (command === undefined) {
      text.push(line);
    } else if (resume !== undefined) {
      ignored.push(command);
    } else {
      obeyed.push(command);
      if (command.name === 'stop-commands') resume = command.data;
    }
  }
  const annotations = obeyed
    .filter(({ name }) => ['error', 'warning', 'notice'].includes(name))
    .map(({ name, data, properties }) => ({ level: name, text: unescaped(data), properties }));
  return { obeyed, ignored, annotations, text: text.join('\n') };
}

function commandIn(line: string): Command | undefined {
  const match = MODERN.exec(line) ?? OLD.exec(line);
  if (match === null) return undefined;
  const properties = (match[2] ?? '')
    .trim()
    .split(/[,;]/)
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))] as const);
  return {
    name: (match[1] ?? '').toLowerCase(),
    properties: Object.fromEntries(properties),
    data: match[3] ?? '',
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
