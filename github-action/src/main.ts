import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { proxyVariables } from './child-environment.ts';
import { asFailure } from './failure.ts';
import { inputNames, specOf } from './input-catalogue.ts';
import { readInputs, variableOf } from './inputs.ts';
import { runnerConsole } from './runner-console.ts';
import { refused } from './step-results.ts';
import { runStep } from './step.ts';
import type { Surroundings } from './surroundings.ts';

const given = readInputs(process.env);
// For our own calls as well, and those of npm: the libraries read these variables.
const proxies = proxyVariables(given.get('proxy'), given.get('no-proxy'));
proxies.removed.forEach((name) => Reflect.deleteProperty(process.env, name));
Object.assign(process.env, proxies.added);

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
