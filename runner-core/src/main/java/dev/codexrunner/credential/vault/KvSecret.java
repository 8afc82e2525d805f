package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.VaultOrigin;
import dev.codexrunner.secret.Secret;

/**
 * The field that was asked for, and which version of which secret it came from.
 *
 * @param value the field's text, as it is
 * @param origin where it came from
 */
record KvSecret(Secret value, VaultOrigin origin) {}
