#!/usr/bin/env bash
# services.sh FOLDER SCENARIOS: what the integration test runs against, on loopback: the Codex backend's stand-in and a real
# OpenBao. Prints "ready" when they answer, and ends them when its standard input ends, so that nothing outlives the test.
# Needs runner-testkit/target/codex-testkit.jar, and codex and OpenBao in .tools. Started at the top of the repository.
set -euo pipefail
# shellcheck source=/dev/null
. scripts/lib/tools.sh
# shellcheck source=/dev/null
. scripts/lib/start-openbao.sh
# shellcheck source=/dev/null
. scripts/lib/rotation-scene.sh

die() {
  echo "services: $1" >&2
  exit 1
}
wait_for() { # FILE WHAT LOG
  for _ in $(seq 1 300); do
    [ -s "$1" ] && return 0
    sleep 0.2
  done
  cat "$3" >&2
  die "$2 did not start."
}
background=()
finish() {
  exec 9>&-
  for pid in "${background[@]+"${background[@]}"}"; do kill "$pid" 2>/dev/null || true; done
}
trap finish EXIT

ensure_codex || die "codex could not be brought: $TOOLS_PROBLEM"
ensure_openbao || die "OpenBao could not be brought: $TOOLS_PROBLEM"
start_scene "$1" --scenarios "$2"
printf '%s\n' "$VAULT_ADDR" >"$1/vault-address"
printf '%s\n' "$CODEX_BIN" >"$1/codex-path"
echo ready
cat >/dev/null
