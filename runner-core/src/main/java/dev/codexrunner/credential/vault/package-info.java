/**
 * The token from HashiCorp Vault or OpenBao: log in, read one secret, give the login's token back. Only {@link
 * dev.codexrunner.credential.vault.VaultConnection} knows the driver.
 */
@NullMarked
package dev.codexrunner.credential.vault;

import org.jspecify.annotations.NullMarked;
