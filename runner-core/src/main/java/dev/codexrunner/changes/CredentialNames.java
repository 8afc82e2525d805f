package dev.codexrunner.changes;

import java.util.regex.Pattern;

/**
 * Files whose lines are never shown, not even those around a change: their names tell that credentials stand in them, and
 * the redactor needn't know these.
 */
final class CredentialNames {

    private static final Pattern NAMES = Pattern.compile(
            "(?i)(?:.*/)?(?:"
                    + "\\.env(?:\\..*)?|.*\\.(?:pem|key|p12|pfx|jks|keystore|kdbx|tfstate|tfvars)|id_(?:rsa|dsa|ecdsa|ed25519)"
                    + "|\\.netrc|_netrc|\\.npmrc|\\.pypirc|\\.pgpass|\\.git-credentials|\\.vault-token|\\.htpasswd"
                    + "|credentials(?:\\..*)?|secrets?(?:\\..*)?|auth\\.json|\\.docker/config\\.json|\\.git/config|\\.kube/config)");

    private CredentialNames() {}

    static boolean has(String path) {
        return NAMES.matcher(path).matches();
    }
}
