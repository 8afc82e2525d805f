# shellcheck shell=bash
# Sourced by scripts/quickstart. start_vault DIR PKI_DIR: a real OpenBao server over TLS, unsealed, with the access token,
# a policy that reads just that, and an AppRole. Sets VAULT_ADDR and VAULT_CA; writes role-id and secret-id into DIR.
start_vault() {
  local dir=$1 pki=$2 port
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  VAULT_ADDR="https://127.0.0.1:$port"
  # shellcheck disable=SC2034
  VAULT_CA=$pki/ca.pem
  cat >"$dir/server.hcl" <<HCL
storage "inmem" {}
disable_mlock = true
listener "tcp" {
  address       = "127.0.0.1:$port"
  tls_cert_file = "$pki/server-chain.pem"
  tls_key_file  = "$pki/server-key.pem"
}
audit "file" "requests" {
  options = { file_path = "$dir/audit.jsonl" }
}
HCL
  # A server of this user alone: its own home, none of the caller's Vault variables.
  env -i HOME="$dir" PATH="$PATH" "$BAO_BIN" server -config "$dir/server.hcl" >"$dir/server.log" 2>&1 &
  background+=($!)
  bao() { env -i HOME="$dir" PATH="$PATH" BAO_ADDR="$VAULT_ADDR" BAO_CACERT="$pki/ca.pem" BAO_TOKEN="${root_token:-}" "$BAO_BIN" "$@"; }
  local root_token="" answering=""
  for _ in $(seq 1 100); do
    # 2 is "sealed": it answers, which is all that is wanted here.
    bao status >/dev/null 2>&1 || [ $? -eq 2 ] && answering=yes && break
    sleep 0.1
  done
  [ -n "$answering" ] || {
    cat "$dir/server.log" >&2
    die "OpenBao did not start."
  }
  (umask 077 && bao operator init -key-shares=1 -key-threshold=1 -format=json >"$dir/init.json")
  bao operator unseal "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["unseal_keys_b64"][0])' "$dir/init.json")" >/dev/null
  root_token=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["root_token"])' "$dir/init.json")
  bao secrets enable -path=secret -version=2 kv >/dev/null
  # The token travels by file and standard input, as it should anywhere.
  local tries
  for tries in 1 2 3 4 5; do
    bao kv put -mount=secret ci/codex access_token=@"$pki/token" >/dev/null 2>&1 && break
    [ "$tries" = 5 ] && die "OpenBao's secret engine did not come up."
    sleep 0.3
  done
  printf 'path "secret/data/ci/codex" {\n  capabilities = ["read"]\n}\n' | bao policy write ci-codex - >/dev/null
  bao auth enable approle >/dev/null
  bao write auth/approle/role/ci token_policies=ci-codex token_ttl=5m token_max_ttl=10m secret_id_num_uses=5 >/dev/null
  bao read -field=role_id auth/approle/role/ci/role-id >"$dir/role-id"
  (umask 077 && bao write -f -field=secret_id auth/approle/role/ci/secret-id >"$dir/secret-id")
  unset -f bao
}
