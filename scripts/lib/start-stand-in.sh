# shellcheck shell=bash
# Sourced by scripts/quickstart where OpenBao can't be had. start_vault DIR PKI_DIR: the stand-in for Vault from
# runner-testkit, set up as start-openbao.sh sets up the real one. Sets VAULT_ADDR and VAULT_CA.
start_vault() {
  local dir=$1 pki=$2
  mkfifo "$dir/alive"
  java -jar runner-testkit/target/codex-testkit.jar vault --dir "$dir" --token "$pki/token" \
    <"$dir/alive" >"$dir/address" 2>"$dir/server.log" &
  background+=($!)
  # Its standard input ends with this script, and so does it.
  exec 8>"$dir/alive"
  wait_for "$dir/address" "The stand-in for Vault" "$dir/server.log"
  VAULT_ADDR=$(cat "$dir/address")
  # shellcheck disable=SC2034
  VAULT_CA=$dir/ca.pem
}
