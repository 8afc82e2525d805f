/**
 * The life of an access token in Vault: staged beside the live one, verified, promoted by check-and-set, and the old one
 * confirmed revoked. State lies in Vault alone; each step can be killed anywhere and repeated.
 */
@NullMarked
package dev.codexrunner.rotation;

import org.jspecify.annotations.NullMarked;
