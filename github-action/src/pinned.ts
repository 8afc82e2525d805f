/** SHA-256 of the published jars. A release adds its own line; without it a version needs `runner-sha256`. */
export const runnerDigests: Readonly<Record<string, string>> = {};

export const CODEX_VERSION = '0.169.0';

/** SHA-256 of the native programs in codex's npm packages, whose own digests are in codex/package-lock.json. */
export const codexDigests: Readonly<Record<string, string>> = {
  'linux-x64': 'b452ca20f838a8855a88a41050ee4a694033fff4ea3ecdad5633e6e0e8d13f2b',
};
