/** Credentials of the controller: own types for logging in to Vault, and how a run gets at what it names by id. */
@NullMarked
package dev.codexrunner.jenkins.credentials;

import org.jspecify.annotations.NullMarked;
