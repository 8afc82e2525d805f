package dev.codexrunner.launch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which names {@code --pass-env} may not hand to codex. Pure; names the problems and leaves throwing to the caller. */
final class PassedVariables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern CREDENTIAL =
            Pattern.compile("(VAULT|BAO|AWS|AZURE|ARM|GOOGLE|GCP|GCLOUD|KUBE)[A-Z0-9]*_.*|ACTIONS_ID_TOKEN_.*"
                    + "|.*(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE_KEY|APIKEY|COOKIE|AUTHORIZATION).*"
                    + "|.*_(KEY|PAT|PWD|AUTH|DSN|CREDS)|OPENAI_.*_KEY|NETRC|KUBECONFIG|DATABASE_URL|SSH_AUTH_SOCK");

    private static final Pattern LOADS_CODE =
            Pattern.compile("(LD|DYLD|GIT|BASH_FUNC|PYTHON|RUBY|PERL|NPM_CONFIG|GLIBC)_.*"
                    + "|PYTHON[A-Z0-9]*|PERL[0-9A-Z]*|RUBY[A-Z]*|ENV|BASH_ENV|ZDOTDIR|SHELLOPTS|BASHOPTS|PROMPT_COMMAND|PS4|IFS"
                    + "|NODE_OPTIONS|NODE_PATH|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|CLASSPATH|MAVEN_OPTS|GRADLE_OPTS"
                    + "|EDITOR|VISUAL|PAGER|BROWSER|LESSOPEN|LESSCLOSE|MANPAGER|GCONV_PATH|NLSPATH|LOCPATH|MALLOC_.*"
                    + "|OPENSSL_(CONF|MODULES|ENGINES)|RUSTC_WRAPPER|RUSTFLAGS|CARGO_.*|SSH_ASKPASS|SUDO_ASKPASS");

    /** These decide where the token goes, which certificates count, what codex records, or which run it belongs to. */
    private static final Pattern STEERS_CODEX = Pattern.compile(
            "CODEX_.*|OPENAI_.*|CODEXRUNNER_.*|SSL_CERT_(FILE|DIR)|XDG_.*|.*_PROXY|SSLKEYLOGFILE|RUST_LOG");

    private static final Set<String> NEVER =
            Set.of("CODEX_API_KEY", "CODEX_ACCESS_TOKEN", "CODEX_HOME", RunId.VARIABLE);

    private PassedVariables() {}

    /**
     * What is wrong with the names, one clause each; empty when nothing is.
     *
     * @param passEnv the names
     * @param allowOverride names that may steer codex, by {@code --allow-override}
     */
    static List<String> problems(List<String> passEnv, List<String> allowOverride) {
        return passEnv.stream()
                .flatMap(name ->
                        problem(name, allowOverride).stream().map(problem -> "--pass-env " + name + " " + problem))
                .toList();
    }

    private static List<String> problem(String name, List<String> allowOverride) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            return List.of("(not a variable's name)");
        }
        if (ChildEnvironment.PASSED.contains(name) || ChildEnvironment.PROXIES.contains(upper)) {
            return List.of();
        }
        if (LOADS_CODE.matcher(upper).matches()) {
            return List.of("(makes programs load code; there is no switch for it)");
        }
        // Before the credentials, since CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL is an address, whatever it sounds like.
        boolean steersCodex = STEERS_CODEX.matcher(upper).matches() && !NEVER.contains(upper);
        if (!steersCodex || !upper.endsWith("_URL")) {
            if (NEVER.contains(upper) || CREDENTIAL.matcher(upper).matches()) {
                return List.of("(carries a credential, or decides whose; there is no switch for it)");
            }
        }
        return steersCodex && !allowOverride.contains(name)
                ? List.of("(decides where codex sends the token; --allow-override " + name + ")")
                : List.of();
    }

    /** Every name that the documentation's page lists as passed without being asked. */
    static List<String> documentedNames() {
        return Stream.concat(ChildEnvironment.PASSED.stream(), ChildEnvironment.PROXIES.stream())
                .sorted()
                .toList();
    }
}
