package dev.codexrunner.jenkins.credentials;

import hudson.AbortException;

/** A credential that a run names can't be used. The message is for the build log, and holds nothing secret. */
public final class CredentialProblem extends AbortException {

    private static final long serialVersionUID = 1;

    CredentialProblem(String message) {
        super(message);
    }
}
