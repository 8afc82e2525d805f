package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.io.IOException;
import java.util.Optional;

/** A type of credential that runs can use. Another plugin's types may be added by an extension. */
public interface CredentialType extends ExtensionPoint {

    /** Whether credentials of this class will do; asked for lists of choices too, so it must not resolve anything. */
    boolean serves(CredentialPurpose purpose, StandardCredentials credentials);

    /**
     * @param credentials one for which {@link #serves} holds
     * @throws IOException where what it holds can't be had now; its message is shown in the build log
     */
    FoundSecret read(CredentialPurpose purpose, StandardCredentials credentials) throws IOException;

    /** The type that serves, if any does. */
    static Optional<CredentialType> serving(CredentialPurpose purpose, StandardCredentials credentials) {
        return ExtensionList.lookup(CredentialType.class).stream()
                .filter(type -> type.serves(purpose, credentials))
                .findFirst();
    }
}
