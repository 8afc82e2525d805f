import { masksOf, type Secret } from './masking.ts';
import type { RunnerConsole } from './runner-console.ts';

/** Has GitHub's runner mask the secrets, from now on. */
export function announceMasks(secrets: readonly Secret[], console: RunnerConsole): void {
  const { texts, tooShort } = masksOf(secrets);
  texts.forEach((text) => {
    console.mask(text);
  });
  tooShort.forEach((name) => {
    console.warning(`A line of ${name} has fewer than 4 characters and can not be masked in the log.`);
  });
}
