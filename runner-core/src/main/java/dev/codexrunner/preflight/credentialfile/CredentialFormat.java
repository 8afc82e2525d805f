package dev.codexrunner.preflight.credentialfile;

import java.util.List;

/** How a kind of file writes its credentials down. */
interface CredentialFormat {

    /**
     * The credentials in that text, as they are written and, where that is an encoding, decoded too; empty where there
     * is none. Whatever the text is, nothing is thrown.
     */
    List<String> credentials(String text);
}
