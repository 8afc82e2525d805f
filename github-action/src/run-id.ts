import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** By which the runner marks what it starts (RunId.java). */
export const RUN_VARIABLE = 'CODEXRUNNER_RUN_ID';
const ASSIGNMENT = new RegExp(`^${RUN_VARIABLE}=([A-Za-z0-9-]{16,64}?)(?:-aside)?$`);

const FIRST_LOOK_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/**
 * The id of the run that this runner makes, as its own children carry it: run.json in the report folder may be another
 * job's. Only its children, since what the agent starts carries whatever the agent likes.
 */
export async function runIdOf(runner: number): Promise<string | undefined> {
  const numbers = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const found = await Promise.all(numbers.map((pid) => markOfChild(pid, runner)));
  return found.find((id) => id !== undefined);
}

/** Looks until it is known, or until nobody wants to know any more. */
export async function awaitRunId(runner: number, until: AbortSignal): Promise<string | undefined> {
  for (let wait = FIRST_LOOK_MS; !until.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const id = await runIdOf(runner);
    if (id !== undefined) return id;
    await pause(wait, undefined, { signal: until, ref: false }).catch(() => undefined);
  }
  return undefined;
}

async function markOfChild(pid: string, runner: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    // After the name in parentheses: state, then the parent.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(parent) !== runner) return undefined;
    const environment = (await readFile(`/proc/${pid}/environ`, 'latin1')).split('\0');
    return environment.map((assignment) => ASSIGNMENT.exec(assignment)?.[1]).find((id) => id !== undefined);
  } catch {
    return undefined;
  }
}
