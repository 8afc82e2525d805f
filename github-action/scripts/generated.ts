import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export function generatedFiles(root: string): readonly GeneratedFile[] {
  return [{ path: 'src/generated/jvm-options.ts', text: jvmOptions(root) }];
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
