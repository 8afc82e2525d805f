# shellcheck shell=bash
# Sourced by scripts/record-rotation. start_scene DIR: the backend stand-in and a real OpenBao, the three policies of
# docs/vault-policies and an AppRole for each, token A live at secret/ci/codex. Needs the jars built and start_vault sourced.
# What follows DIR is for the stand-in.
# Defines: rotation ROLE STEP [OPTION ...] runs codex-runner rotation; revoke FILE revokes a token at the stand-in.
start_scene() {
  scene=$1
  shift
  mkdir -p "$scene/vault" "$scene/state" "$scene/logins"
  chmod 700 "$scene"
  mkfifo "$scene/commands"
  java -jar runner-testkit/target/codex-testkit.jar backend --dir "$scene/backend" "$@" \
    <"$scene/commands" >"$scene/backend.out" 2>"$scene/backend.log" &
  background+=($!)
  exec 9>"$scene/commands"
  wait_for "$scene/backend.out" "The backend stand-in" "$scene/backend.log"
  start_vault "$scene/vault" "$scene/backend"
  local root_token role
  root_token=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["root_token"])' "$scene/vault/init.json")
  vault_root() {
    env -i HOME="$scene/vault" PATH="$PATH" BAO_ADDR="$VAULT_ADDR" BAO_CACERT="$VAULT_CA" BAO_TOKEN="$root_token" "$BAO_BIN" "$@"
  }
  for role in runner rotator checker; do
    sed 's|MOUNT|secret|; s|PATH|ci/codex|' "docs/vault-policies/$role.hcl" | vault_root policy write "codex-$role" - >/dev/null
    vault_root write "auth/approle/role/codex-$role" token_policies="codex-$role" token_ttl=10m token_max_ttl=30m >/dev/null
    vault_root read -field=role_id "auth/approle/role/codex-$role/role-id" >"$scene/logins/$role-id"
    (umask 077 && vault_root write -f -field=secret_id "auth/approle/role/codex-$role/secret-id" >"$scene/logins/$role-secret-id")
  done
  # As a person would have noted it down for a token that no rotation brought.
  vault_root kv metadata put -mount=secret -custom-metadata=codex_owner=platform@example.com \
    -custom-metadata=codex_token_name='ci 2026-10' -custom-metadata=codex_live_version=1 ci/codex >/dev/null
  local origin name value
  origin=$(python3 -c 'import json, sys; print(json.loads(open(sys.argv[1]).readline())["origin"])' "$scene/backend.out")
  # Where the stand-in listens; with the real service none of this is there.
  standin=(
    -c 'model_provider="standin"'
    -c "chatgpt_base_url=\"$origin/backend-api\""
    -c "model_providers.standin={name=\"stand-in\",base_url=\"$origin/backend-api/codex\",wire_api=\"responses\",requires_openai_auth=true,supports_websockets=false}"
    --allow-override model_provider --allow-override model_providers --allow-override chatgpt_base_url
  )
  while IFS='=' read -r name value; do
    export "$name=$value"
    standin+=(--pass-env "$name" --allow-override "$name")
  done <"$scene/backend/backend.env"
}

rotation() { # ROLE STEP [OPTION ...]
  local role=$1 step=$2 service=()
  shift 2
  case "$step" in
    verify | rollback) service=("${standin[@]}" --codex-path "$CODEX_BIN" --progress none) ;;
    stage | promote | confirm-revoked | check) service=("${standin[@]}") ;;
  esac
  XDG_STATE_HOME="$scene/state" scripts/codex-runner rotation "$step" \
    --vault-addr "$VAULT_ADDR" --vault-ca "$VAULT_CA" --ca-bundle "$scene/backend/ca.pem" \
    --vault-auth approle --vault-role-id "$(cat "$scene/logins/$role-id")" \
    --vault-secret-id-file "$scene/logins/$role-secret-id" "${service[@]}" "$@"
}

revoke() { # FILE
  local before
  before=$(wc -l <"$scene/backend.out")
  echo "revoke $1" >&9
  for _ in $(seq 1 100); do
    [ "$(wc -l <"$scene/backend.out")" -gt "$before" ] && return 0
    sleep 0.1
  done
  die "The stand-in did not revoke $1."
}
