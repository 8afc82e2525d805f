import { readdir, readFile } from 'node:fs/promises';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** Living processes that carry one of these assignments in their environment. Other users' can't be looked into. */
export async function processesWith(assignments: readonly string[]): Promise<readonly ProcessIdentity[]> {
  const numbers = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry)).map(Number);
  const found = await Promise.all(numbers.map((pid) => marked(pid, assignments)));
  return found.filter((process) => process !== undefined);
}

async function marked(pid: number, assignments: readonly string[]): Promise<ProcessIdentity | undefined> {
  if (pid === process.pid) return undefined;
  try {
    const environment = (await readFile(`/proc/${pid}/environ`, 'latin1')).split('\0');
    if (!environment.some((assignment) => assignments.includes(assignment))) return undefined;
    const identity = await identify(pid);
    return identity !== undefined && (await isAlive(identity)) ? identity : undefined;
  } catch {
    return undefined;
  }
}
