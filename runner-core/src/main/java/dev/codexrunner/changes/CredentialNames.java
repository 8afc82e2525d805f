package dev.codexrunner.changes;

import java.util.Locale;
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
                    + "|settings(?:-security)?\\.xml|gradle\\.properties|nuget\\.config|kubeconfig[^/]*"
                    + "|auth\\.json|(?:credentials?|secrets?)(?:\\.[^/]*)?";

    /** Files that count only in a folder of a certain name. */
    private static final Pattern IN_FOLDERS = pattern("gh/hosts\\.ya?ml|\\.docker/config\\.json");

    private static final Pattern NAMES = pattern(KEYS_AND_STORES + "|" + SETTINGS);

    private static final Pattern BELOW = pattern("(?:^|/)(?:" + FOLDERS + ")/");

    private CredentialNames() {}

    /** In time that grows as the path does: no expression may try each of its slashes anew. */
    static boolean has(String path) {
        int name = path.lastIndexOf('/') + 1;
        int parent = name < 2 ? 0 : path.lastIndexOf('/', name - 2) + 1;
        return NAMES.matcher(path.substring(name)).matches()
                || IN_FOLDERS.matcher(path.substring(parent)).matches()
                || BELOW.matcher(path).find()
                || isGitConfig(path, name);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Of a repository, of its submodules and of its worktrees: remotes hold tokens. */
    private static boolean isGitConfig(String path, int name) {
        return path.regionMatches(true, name, "config", 0, "config".length())
                && path.substring(0, name).toLowerCase(Locale.ROOT).contains(".git/");
    }
}
