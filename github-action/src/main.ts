import { cancellation } from './signals.ts';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { proxyVariables } from './child-environment.ts';
import { asFailure } from './failure.ts';
import { FileCommands } from './file-commands.ts';
import { inputNames, specOf } from './input-catalogue.ts';
import { readInputs, variableOf } from './inputs.ts';
import { runnerConsole } from './runner-console.ts';
import { refused } from './step-results.ts';
import { runStep } from './step.ts';
import type { Surroundings } from './surroundings.ts';

/** For a runner that is slow to read what is left. */
const LAST_WORDS_MS = 30_000;

const given = readInputs(process.env);
// For our own calls as well, and those of npm: the libraries read these variables.
const proxies = proxyVariables(given.get('proxy'), given.get('no-proxy'));
proxies.removed.forEach((name) => Reflect.deleteProperty(process.env, name));
Object.assign(process.env, proxies.added);

const write = (text: string): void => {
  process.stdout.write(text);
};
// Nobody listens any more: GitHub's runner is dead. The run ends as a cancelled one does.
process.stdout.on('error', () => process.kill(process.pid, 'SIGTERM'));

const drained = async (): Promise<void> => {
  // Rejected where the pipe breaks: see above.
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain').catch(() => undefined);
};

const world: Surroundings = {
  env: { ...process.env },
  write,
  drained,
  console: runnerConsole(write),
  fileCommands: await FileCommands.open(process.env),
  cancellation,
  network: async () => (await import('./network.ts')).network,
  pause: (milliseconds) => pause(milliseconds),
  actionFolder: join(import.meta.dirname, '..'),
};
// From here on nothing that we start, and nobody who looks at our environment later, has them from us.
for (const name of inputNames) {
  if (specOf(name).form.kind === 'secret') Reflect.deleteProperty(process.env, variableOf(name));
}
const exitCode = await runStep(world).catch((thrown: unknown) => refused(asFailure(thrown), [], world));
await Promise.race([new Promise((written) => process.stdout.write('', written)), pause(LAST_WORDS_MS)]);
// Not by waiting for what is still open: a service that we gave up on may never answer.
process.exit(exitCode);
