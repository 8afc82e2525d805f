import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot, type Scene } from './scene.ts';
import { inputVariables, running, type Ended, type PreparedStep } from './step.ts';

/** Main and post by GitHub's local-action, with the environment in a file, as its users have it. */
export async function runLocally(
  scene: Scene,
  step: PreparedStep,
  watch?: (log: string, child: ChildProcess) => void,
): Promise<Ended> {
  const action = join(repositoryRoot, 'github-action');
  const dotenv = join(step.folder, 'env');
  const {
    PATH = '',
    HOME = '',
    ...given
  }: Record<string, string> = { ...step.env, ...inputVariables(step.inputs) };
  // npm, which local-action asks for the stubs' places, otherwise leaves its cache of compiled code in TMPDIR.
  given['NODE_DISABLE_COMPILE_CACHE'] = '1';
  writeFileSync(
    dotenv,
    Object.entries(given)
      .map(([name, value]) => `${name}=${quoted(value)}\n`)
      .join(''),
    {
      mode: 0o600,
    },
  );
  const tools = join(dirname(scene.programs.localAction), '..');
  const index = join(tools, 'src/index.ts');
  const tsx = join(tools, '../../tsx/dist/cli.mjs');
  // What its own bin does, but for `npm exec`, which would ask a registry for tsx.
  const env = { PATH, HOME, TARGET_ACTION_PATH: action, NODE_PACKAGE_MANAGER: 'npm' };
  const entries = ['scene/local-action/main.mjs', dotenv, '--post', 'scene/local-action/post.mjs'] as const;
  return running([process.execPath, tsx, index, action, ...entries], { cwd: action, env }, watch);
}

/** dotenv has three quotes and no escapes in two of them. */
function quoted(value: string): string {
  const quote = ["'", '`', '"'].find((mark) => !value.includes(mark));
  if (quote === undefined) throw new Error('no quote is left for a value of the environment file');
  return `${quote}${value}${quote}`;
}
