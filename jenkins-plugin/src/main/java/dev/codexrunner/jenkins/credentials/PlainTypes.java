package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Secret text, secret file, and user name with password, of whichever plugin: the id tokens of oidc-provider are secret texts
 * too, issued anew at each reading.
 */
@Extension
@Restricted(NoExternalUse.class)
public class PlainTypes implements CredentialType {

    private static final int MOST_BYTES = 1 << 20;

    @Override
    public boolean serves(CredentialPurpose purpose, StandardCredentials credentials) {
        return switch (purpose) {
            case ACCESS_TOKEN, VAULT_TOKEN, VAULT_JWT -> credentials instanceof StringCredentials;
            case VAULT_PASSWORD -> credentials instanceof StandardUsernamePasswordCredentials;
            case CA_BUNDLE -> credentials instanceof StringCredentials || credentials instanceof FileCredentials;
            case VAULT_APP_ROLE -> false;
        };
    }

    @Override
    public FoundSecret read(CredentialPurpose purpose, StandardCredentials credentials) throws IOException {
        if (credentials instanceof StringCredentials text) {
            return FoundSecret.of(text.getSecret().getPlainText());
        }
        if (credentials instanceof FileCredentials file) {
            try (InputStream content = file.getContent()) {
                return FoundSecret.of(new String(content.readNBytes(MOST_BYTES + 1), StandardCharsets.UTF_8));
            }
        }
        StandardUsernamePasswordCredentials user = (StandardUsernamePasswordCredentials) credentials;
        return FoundSecret.ofUser(user.getUsername(), user.getPassword().getPlainText());
    }
}
