package dev.codexrunner.jenkins.request;

/** A PEM file with the company's certificate authorities. */
public sealed interface CaBundle {

    /** @param path on the agent; a relative one begins at the workspace */
    record OnAgent(String path) implements CaBundle {}

    /** @param path on the controller; only an administrator may name one */
    record OnController(String path) implements CaBundle {}

    /** @param credentialsId of a secret file or secret text that holds it */
    record InCredential(String credentialsId) implements CaBundle {}
}
