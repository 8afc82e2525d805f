# shellcheck shell=bash
# Sourced by scripts/record-reports. real_run NAME PROMPT [OPTION ...]: one run of the real codex, whose model plays
# scripts/lib/reports/NAME.scenario.json, in a small repository with an uncommitted change; its record goes to $out/NAME.
# Needs $work, $out, $CODEX_BIN and the array background; sets run_status.
real_run() {
  local name=$1 prompt=$2 origin variable value standin
  shift 2
  local folder=$work/$name
  mkdir -p "$folder/repository/src" "$folder/repository/test"
  mkfifo "$folder/alive"
  java -jar runner-testkit/target/codex-testkit.jar backend --dir "$folder/backend" \
    --scenario "scripts/lib/reports/$name.scenario.json" <"$folder/alive" >"$folder/backend.out" 2>"$folder/backend.log" &
  background+=($!)
  exec 9>"$folder/alive"
  for _ in $(seq 1 150); do
    [ ! -s "$folder/backend.out" ] || break
    sleep 0.2
  done
  origin=$(python3 -c 'import json, sys; print(json.loads(open(sys.argv[1]).readline())["origin"])' "$folder/backend.out")
  sample_repository "$folder/repository"
  # Where the stand-in listens; with the real service none of this is there.
  standin=(
    -c 'model_provider="standin"'
    -c "chatgpt_base_url=\"$origin/backend-api\""
    -c "model_providers.standin={name=\"stand-in\",base_url=\"$origin/backend-api/codex\",wire_api=\"responses\",requires_openai_auth=true,supports_websockets=false,stream_max_retries=1}"
    --allow-override model_provider --allow-override model_providers --allow-override chatgpt_base_url
    --allow-untrusted-trigger fork,pull-request-target,comment,public-repository,hosted-runner
  )
  while IFS='=' read -r variable value; do
    export "$variable=$value"
    standin+=(--pass-env "$variable" --allow-override "$variable")
  done <"$folder/backend/backend.env"
  run_status=0
  rm -rf "${out:?}/$name"
  CODEX_ACCESS_TOKEN=$(cat "$folder/backend/token") XDG_STATE_HOME=$folder/state scripts/codex-runner exec \
    --token-source env --ca-bundle "$folder/backend/ca.pem" --cd "$folder/repository" --codex-path "$CODEX_BIN" \
    --report-dir "$out/$name" "${standin[@]}" "$@" "$prompt" >"$folder/stdout.txt" 2>"$folder/stderr.txt" || run_status=$?
  exec 9>&-
}

# Greets; one file is changed and not committed, which no diff of a run may show.
sample_repository() {
  cat >"$1/README.md" <<'TEXT'
# Sample

Says hello.
TEXT
  cat >"$1/src/greeting.py" <<'TEXT'
"""A greeting."""


def greet():
    return "Hello"
TEXT
  cat >"$1/test/test_greeting.py" <<'TEXT'
import sys
import unittest

sys.path.insert(0, "src")
sys.dont_write_bytecode = True

from greeting import greet


class GreetingTest(unittest.TestCase):
    def test_it_greets(self):
        self.assertEqual(greet(), "Hello")


if __name__ == "__main__":
    unittest.main()
TEXT
  echo "nothing" >"$1/old-notes.txt"
  git -C "$1" init -q
  git -C "$1" -c user.name=sample -c user.email=sample@example.invalid add -A
  git -C "$1" -c user.name=sample -c user.email=sample@example.invalid commit -q -m "Sample"
  echo "Changed before the run, and not committed." >>"$1/README.md"
}
