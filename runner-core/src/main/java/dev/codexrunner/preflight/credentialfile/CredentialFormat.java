package dev.codexrunner.preflight.credentialfile;

import java.util.List;

/** How a kind of file writes its credentials down. Whatever the text is, nothing is thrown, in linear time. */
interface CredentialFormat {

    /**
     * The credentials in that text, as they are written and, where that is an encoding, decoded too: as many as can be
     * made out, for the redactor.
     */
    List<String> credentials(String text);

    /**
     * Whether the agent is to be kept from the text: also where a credential has its place in it but can't be made out.
     */
    default boolean holdsCredential(String text) {
        return credentials(text).stream().anyMatch(value -> !value.isBlank());
    }
}
