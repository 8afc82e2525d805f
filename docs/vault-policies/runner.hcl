# What a run needs (codex-runner exec, doctor): the live token, and nothing else. The candidate at PATH/pending and the
# journal at PATH/rotation stay out of its reach, since a policy without a star covers one path only.
# Put the KV v2 mount for MOUNT and the path below it for PATH:
#   sed 's|MOUNT|secret|; s|PATH|ci/codex|' runner.hcl | vault policy write codex-runner -
# That a token may look itself up and revoke itself comes with Vault's own policy "default".

path "MOUNT/data/PATH" {
  capabilities = ["read"]
}
