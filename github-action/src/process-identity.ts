import { readFile } from 'node:fs/promises';

/** A process, and when it began: its number alone may belong to another one by now. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In ticks since the machine's start, as /proc tells it. */
  readonly startTime: string;
}

const STATE = 0;
const START_TIME = 19;

export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const fields = await statFields(pid);
  const startTime = fields?.[START_TIME];
  return startTime === undefined ? undefined : { pid, startTime };
}

export async function isAlive(process: ProcessIdentity): Promise<boolean> {
  const fields = (await statFields(process.pid)) ?? [];
  return fields[START_TIME] === process.startTime && !/^[ZX]$/.test(fields[STATE] ?? '');
}

/** From the third field on: the second is the program's name, which may hold blanks and parentheses itself. */
async function statFields(pid: number): Promise<readonly string[] | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
