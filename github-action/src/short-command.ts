import { execFile } from 'node:child_process';
import type { Environment } from './environment.ts';

const MOST_OUTPUT_BYTES = 4 * 1024 * 1024;

/** A command that ends by itself soon, and what it printed on either stream. Never through a shell, and never in the
 * checkout, whose settings for the program would count there. */
export function outputOf(
  program: string,
  args: readonly string[],
  env: Environment,
  timeoutMs: number,
  folder = '/',
): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise((settle) => {
    execFile(
      program,
      args,
      {
        env: { ...env },
        cwd: folder,
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_OUTPUT_BYTES,
      },
      (failed, stdout, stderr) => {
        const code = failed === null ? 0 : typeof failed.code === 'number' ? failed.code : 1;
        settle({ exitCode: code, output: `${stdout}${stderr}` });
      },
    );
  });
}
