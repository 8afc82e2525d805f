import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import contract from '../../contract/exit-codes.json' with { type: 'json' };
import { knownEvents } from '../src/allowed-events.ts';
import { exitCodeOf } from '../src/exit-codes.ts';
import { failures } from '../src/failure-texts.ts';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Every file of which a part is made from others, as it should be now. */
export function generatedFiles(root: string): readonly GeneratedFile[] {
  return [
    { path: 'src/generated/jvm-options.ts', text: jvmOptions(root) },
    { path: 'README.md', text: readme(root) },
  ];
}

function jvmOptions(root: string): string {
  const flags = readFileSync(join(root, '../contract/jvm.options'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((flag) => `  '${flag}',\n`);
  return [
    '/** Made from contract/jvm.options by `npm run generate`. */\n',
    'export const jvmOptions: readonly string[] = [\n',
    ...flags,
    '];\n',
  ].join('');
}

interface Described {
  readonly description: string;
  readonly default?: string;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

function readme(root: string): string {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;
  const sections: Readonly<Record<string, string>> = {
    inputs: table(
      ['input', 'meaning'],
      Object.entries(action.inputs).map(([name, input]) => [
        `\`${name}\``,
        `${input.description}${input.default === undefined ? '' : ` Default: \`${input.default}\`.`}`,
      ]),
    ),
    outputs: table(
      ['output', 'meaning'],
      Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
    events: table(
      ['event', 'by default', 'why'],
      Object.entries(knownEvents).map(([name, { byDefault, reason }]) => [
        `\`${name}\``,
        byDefault ? 'starts' : 'refused',
        reason,
      ]),
    ),
    'exit-codes': table(
      ['code', 'kind', 'when'],
      contract.exitCodes.map(({ exitCode, kind, when }) => [
        kind === 'cancelled' ? '128+n' : String(exitCode),
        `\`${kind}\``,
        when,
      ]),
    ),
    failures: Object.entries(failures).map(failure).join('\n'),
  };
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  return Object.entries(sections).reduce((page, [name, section]) => between(page, name, section), text);
}

function failure([code, { kind, what, why, fix }]: readonly [
  string,
  (typeof failures)[keyof typeof failures],
]): string {
  const shown = (text: string): string => text.replace(/\{\d\}/g, '…').replaceAll('\n', ' ');
  return `### ${code}\n\n> ${shown(what)}\n\n${shown(why)} ${shown(fix)} Exit code ${exitCodeOf(kind)} (\`${kind}\`).\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}

function between(page: string, name: string, section: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${name}`);
  return `${page.slice(0, from + begin.length)}\n\n${section}\n${page.slice(to)}`;
}
