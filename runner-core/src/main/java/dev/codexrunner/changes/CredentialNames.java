package dev.codexrunner.changes;

import java.util.regex.Pattern;

/**
 * Files whose lines are never shown, not even those around a change: their names tell that credentials stand in them, and
 * the redactor needn't know these.
 */
final class CredentialNames {

    /** Folders all of whose files count. */
    private static final String FOLDERS = "\\.ssh|\\.aws|\\.azure|\\.kube|\\.gnupg|\\.config/gcloud|\\.terraform\\.d";

    private static final String KEYS_AND_STORES =
            "[^/]*\\.(?:pem|key|p8|p12|pfx|ppk|jks|keystore|kdbx|tfstate|tfvars)(?:\\.[^/]*)?|id_(?:rsa|dsa|ecdsa|ed25519)[^/]*";

    private static final String SETTINGS =
            "\\.env[^/]*|[^/]*\\.env|[._]netrc|\\.npmrc|\\.yarnrc(?:\\.yml)?|\\.pypirc|pip\\.(?:conf|ini)"
                    + "|\\.pgpass|\\.my\\.cnf|\\.gitconfig|\\.git-credentials|\\.vault-token|\\.htpasswd|\\.terraformrc|\\.dockercfg"
                    + "|settings(?:-security)?\\.xml|gradle\\.properties|nuget\\.config|kubeconfig[^/]*|gh/hosts\\.ya?ml"
                    + "|auth\\.json|\\.docker/config\\.json|(?:credentials?|secrets?)(?:\\.[^/]*)?";

    /** Of a repository, of its submodules and of its worktrees: remotes hold tokens. */
    private static final String GIT = "[^/]*\\.git/(?:.*/)?config[^/]*";

    private static final Pattern NAMES = Pattern.compile(
            "(?is)(?:.*/)?(?:(?:" + FOLDERS + ")/.*|" + GIT + "|" + "(?:" + KEYS_AND_STORES + "|" + SETTINGS + "))");

    private CredentialNames() {}

    static boolean has(String path) {
        return NAMES.matcher(path).matches();
    }
}
