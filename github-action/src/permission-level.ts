/** GitHub's permission levels for a repository, the lowest first. A team's counts for its members. */
export const permissionLevels = ['read', 'triage', 'write', 'maintain', 'admin'] as const;
export type PermissionLevel = (typeof permissionLevels)[number];

export function reaches(has: PermissionLevel | undefined, needs: PermissionLevel): boolean {
  return has !== undefined && permissionLevels.indexOf(has) >= permissionLevels.indexOf(needs);
}

/** What the API says of somebody: one flag for each level, and `push` and `pull` where we say `write` and `read`. */
export interface PermissionAnswer {
  readonly permission?: unknown;
  readonly flags?: Readonly<Record<string, unknown>> | undefined;
}

const FLAGS: readonly (readonly [flag: string, level: PermissionLevel])[] = [
  ['admin', 'admin'],
  ['maintain', 'maintain'],
  ['push', 'write'],
  ['triage', 'triage'],
  ['pull', 'read'],
];

/** The flags also tell of custom roles, whose names nobody knows; older servers have only the word. */
export function permissionIn(answer: PermissionAnswer): PermissionLevel | undefined {
  const flagged = FLAGS.find(([flag]) => answer.flags?.[flag] === true)?.[1];
  return flagged ?? permissionLevels.find((level) => level === answer.permission);
}
