/** Files on the machine that hold a credential: found, read for the redactor, and hidden from the agent. */
@org.jspecify.annotations.NullMarked
package dev.codexrunner.preflight.credentialfile;
