import { codexDigests } from './generated/codex-digests.ts';

/** SHA-256 of the published jars. A release adds its own line; without it a version needs `runner-sha256`. */
export const runnerDigests: Readonly<Record<string, string>> = {};

export const CODEX_VERSION = '0.169.0';

export interface PinnedCodex {
  /** SHA-256 of codex itself, which the runner checks. */
  readonly program: string;
  /** Its folder below `node_modules/@openai`. */
  readonly folder: string;
  /** SHA-256 of everything else in that folder, by the path there. */
  readonly others: Readonly<Record<string, string>>;
}

/** By platform; the packages' own digests are in codex/package-lock.json. */
const pinnedCodex: Readonly<Record<string, PinnedCodex>> = codexDigests;

/** `undefined` for any other version than the pinned one, and where it was never seen on this platform. */
export function digestsOfCodex(version: string): PinnedCodex | undefined {
  return version === CODEX_VERSION ? pinnedCodex[`${process.platform}-${process.arch}`] : undefined;
}
