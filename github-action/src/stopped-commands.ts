import { randomUUID } from 'node:crypto';

/**
 * While the task runs, the runner takes nothing on standard output for a workflow command but the word that ends this.
 * That word is new each time; and should somebody read it in the runner's own log, the relay lets no line begin with
 * `::`, so that only we can say it. It is said on every way out: a step that dies without it would silence no other one,
 * but its own annotations.
 */
export async function stoppedCommands<Result>(
  write: (text: string) => void,
  task: () => Promise<Result>,
): Promise<Result> {
  const token = randomUUID();
  write(`::stop-commands::${token}\n`);
  try {
    return await task();
  } finally {
    write(`::${token}::\n`);
  }
}
