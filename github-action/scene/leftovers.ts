import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scene } from './scene.ts';

interface Process {
  readonly pid: number;
  readonly command: string;
}

/** Processes that have a path of the scene's runs in their environment or command line: all that a job started. */
export function processesOf(scene: Scene, folder = scene.work): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && Number(name) !== process.ppid)
    .flatMap((name) => {
      const command = read(`/proc/${name}/cmdline`).replaceAll('\0', ' ');
      const isOurs = command.includes(folder) || read(`/proc/${name}/environ`).includes(`${folder}/`);
      return isOurs && command !== '' ? [{ pid: Number(name), command }] : [];
    });
}

/** Fails where a run left something: processes, private folders of codex-runner, temporary files, Vault tokens. */
export async function assertNothingLeft(scene: Scene, run: { readonly folder: string }): Promise<void> {
  // A process that was just ended may still be a line in /proc.
  for (let tries = 0; tries < 20 && processesOf(scene).length > 0; tries++) await pause(50);
  assert.deepEqual(processesOf(scene), [], 'processes are left');
  for (const kind of [
    '.local/state/codex-runner/homes',
    '.cache/codex-runner/tmp',
    '.local/state/codex-runner/tmp',
  ]) {
    const folder = join(scene.work, 'home', kind);
    assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], [], `folders are left in ${kind}`);
  }
  const temporary = join(run.folder, 'tmp');
  assert.deepEqual(existsSync(temporary) ? readdirSync(temporary) : [], [], 'temporary files are left');
  assert.deepEqual(await scene.vault.liveJobTokens(), [], 'Vault tokens are left unrevoked');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
