/** Variables as a process has them. Passed in everywhere, so that only the two entry points know `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Empty and blank count as not set: `env: X: ${{ vars.MISSING }}` sets an empty variable. */
export function variable(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
