# What the scheduled check needs (codex-runner rotation check, rotation status): it reads, and never the candidate.
# Put the KV v2 mount for MOUNT and the path below it for PATH:
#   sed 's|MOUNT|secret|; s|PATH|ci/codex|' checker.hcl | vault policy write codex-checker -
# For several secrets: one such policy for each, under names of their own, and all of them in the login's role.
# That a token may look itself up and revoke itself comes with Vault's own policy "default".

# The live token: does it work, and how old is it?
path "MOUNT/data/PATH" {
  capabilities = ["read"]
}

# Its owner, name and expiry.
path "MOUNT/metadata/PATH" {
  capabilities = ["read"]
}

# Since when does a candidate lie there? Its value stays unread.
path "MOUNT/metadata/PATH/pending" {
  capabilities = ["read"]
}

# The journal of the steps; there is no token in it.
path "MOUNT/data/PATH/rotation" {
  capabilities = ["read"]
}
