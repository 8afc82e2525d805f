# What a rotation needs (codex-runner rotation stage, verify, promote, rollback, confirm-revoked). For the one job or
# person that rotates, never for runners.
# Put the KV v2 mount for MOUNT and the path below it for PATH:
#   sed 's|MOUNT|secret|; s|PATH|ci/codex|' rotator.hcl | vault policy write codex-rotator -
# That a token may look itself up and revoke itself comes with Vault's own policy "default".

# The live token. A first version needs "create", every further one "update".
path "MOUNT/data/PATH" {
  capabilities = ["create", "read", "update"]
}

# The candidate.
path "MOUNT/data/PATH/pending" {
  capabilities = ["create", "read", "update"]
}

# The journal of the steps.
path "MOUNT/data/PATH/rotation" {
  capabilities = ["create", "read", "update"]
}

# Owner, name and expiry of both. Vault before 1.9 knows no "patch": write ["create", "read", "update"] there.
path "MOUNT/metadata/PATH" {
  capabilities = ["patch", "read"]
}

path "MOUNT/metadata/PATH/pending" {
  capabilities = ["patch", "read"]
}

# Promoted candidates, and old tokens that were confirmed revoked.
path "MOUNT/destroy/PATH" {
  capabilities = ["update"]
}

path "MOUNT/destroy/PATH/pending" {
  capabilities = ["update"]
}
