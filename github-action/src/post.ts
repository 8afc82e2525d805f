import { cleanUp } from './leftovers.ts';
import { runnerConsole } from './runner-console.ts';
import { savedState } from './saved-state.ts';

const console = runnerConsole((text) => process.stdout.write(text));
try {
  const state = savedState();
  const done = state === undefined ? [] : await cleanUp(state, process.env);
  done.forEach((line) => {
    console.line(line);
  });
} catch (failed) {
  // The job's outcome stands; what is left is the machine's to sweep, and must be known.
  console.warning(
    `Cleaning up after the run failed: ${failed instanceof Error ? failed.message : 'unknown reason'}`,
  );
}
