import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asFailure } from './failure.ts';
import { inputNames, specOf } from './input-catalogue.ts';
import { variableOf } from './inputs.ts';
import { runnerConsole } from './runner-console.ts';
import { refused } from './step-results.ts';
import { runStep, type Surroundings } from './step.ts';

const write = (text: string): void => {
  process.stdout.write(text);
};
const world: Surroundings = {
  env: { ...process.env },
  write,
  console: runnerConsole(write),
  signals: process,
  network: async () => (await import('./network.ts')).network,
  pause: (milliseconds) => pause(milliseconds),
  actionFolder: join(import.meta.dirname, '..'),
};
// From here on nothing that we start, and nobody who looks at our environment later, has them from us.
for (const name of inputNames) {
  if (specOf(name).form.kind === 'secret') Reflect.deleteProperty(process.env, variableOf(name));
}
const exitCode = await runStep(world).catch((thrown: unknown) => refused([asFailure(thrown)], world));
// Not by waiting for what is still open: a service that we gave up on may never answer. Nothing is lost, since pipes and
// files are written at once on Linux.
process.exit(exitCode);
