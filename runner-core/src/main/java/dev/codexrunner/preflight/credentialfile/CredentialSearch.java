package dev.codexrunner.preflight.credentialfile;

import java.util.List;

/**
 * What a search for credential files came to.
 *
 * @param files those that hold a credential, each once
 * @param warnings sentences about the search itself
 */
public record CredentialSearch(List<CredentialFile> files, List<String> warnings) {

    public CredentialSearch {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
