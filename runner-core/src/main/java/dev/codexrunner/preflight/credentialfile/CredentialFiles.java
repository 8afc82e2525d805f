package dev.codexrunner.preflight.credentialfile;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.VaultLoginConfig;
import dev.codexrunner.preflight.credentialfile.CredentialFile.Purpose;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows where credentials lie: those that the runner is given, the checkout's, and those of well-known tools. */
public final class CredentialFiles {

    private static final CredentialFormat WHOLE = new WholeFile();
    private static final CredentialFormat URLS = new UrlCredentials();
    private static final CredentialFormat GIT = new GitConfig();

    private static final CredentialFormat DOCKER = new DockerConfig();

    private final UserPlaces places;

    private CredentialFiles(UserPlaces places) {
        this.places = places;
    }

    /** All that hold a credential, each once. Never throws for what the files are or hold. */
    public static CredentialSearch find(RunnerConfig config, Map<String, String> environment) {
        return find(config, environment, System.getProperty("user.home", ""));
    }

    /** @param userHome the user's home folder by the system's own account, for want of HOME */
    static CredentialSearch find(RunnerConfig config, Map<String, String> environment, String userHome) {
        Optional<Path> named = absolute(environment.getOrDefault("HOME", ""));
        Optional<Path> home = named.or(() -> absolute(userHome));
        CredentialFiles files = new CredentialFiles(new UserPlaces(environment, home));
        Map<Path, CredentialFile> found = new LinkedHashMap<>();
        Stream.of(files.given(config), files.ofRepositories(config), files.ofTools())
                .flatMap(List::stream)
                .forEach(file -> found.putIfAbsent(file.path(), file));
        return new CredentialSearch(
                LearnedValues.bounded(List.copyOf(found.values())),
                named.isPresent() ? List.of() : List.of(withoutHome(home)));
    }

    private static String withoutHome(Optional<Path> home) {
        return "HOME names no folder: "
                + home.map(folder -> "the user's credential files are looked for in " + folder + ".")
                        .orElse("no credential file of the user's home is hidden, and none is known to the redactor.");
    }

    private List<CredentialFile> given(RunnerConfig config) {
        VaultLoginConfig login = config.vault().login();
        Map<String, Optional<Path>> files = new LinkedHashMap<>();
        files.put("vault-token", login.vaultTokenFile());
        files.put("vault-secret-id", login.vaultSecretIdFile());
        files.put("vault-jwt", login.vaultJwtFile());
        files.put("vault-password", login.vaultPasswordFile());
        files.put("vault-client-key", config.vault().vaultClientKey());
        files.put("token-file", config.token().tokenFile());
        files.put("fingerprint-key", config.token().fingerprintKeyFile());
        files.put("otel-headers", config.telemetry().otelHeadersFile());
        return files.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(file ->
                                CredentialFileReader.read(entry.getKey(), file, WHOLE, Purpose.RUNNER).stream()))
                .toList();
    }

    private List<CredentialFile> ofRepositories(RunnerConfig config) {
        GitConfigFiles git = new GitConfigFiles(places.home().orElse(Path.of("/")));
        return Stream.concat(Stream.of(config.task().cd()), config.task().addDir().stream())
                .flatMap(folder -> git.of(folder).stream())
                .flatMap(file -> CredentialFileReader.read("git-credential", file, GIT, Purpose.REPOSITORY).stream())
                .toList();
    }

    /** One line for each place; the variables that add another stand with it. */
    private List<CredentialFile> ofTools() {
        List<CredentialFile> found = new ArrayList<>();
        add(found, "netrc", places.files("NETRC", ".netrc", "_netrc"), new Netrc());
        add(found, "git-credentials", places.inHome(".git-credentials"), URLS);
        add(found, "git-credentials", places.inSettings("git/credentials"), URLS);
        GitConfigFiles git = new GitConfigFiles(places.home().orElse(Path.of("/")));
        List<Path> userConfigs = Stream.concat(
                        places.files("GIT_CONFIG_GLOBAL", ".gitconfig"), places.inSettings("git/config"))
                .toList();
        add(found, "git-credential", git.withIncluded(userConfigs).stream(), GIT);
        add(found, "vault-token", places.inHome(".vault-token"), WHOLE);
        add(found, "docker-login", places.under("DOCKER_CONFIG", ".docker", "config.json"), DOCKER);
        add(found, "registry-login", places.under("XDG_RUNTIME_DIR", ".config", "containers/auth.json"), DOCKER);
        add(found, "registry-login", places.inSettings("containers/auth.json"), DOCKER);
        add(found, "registry-login", places.files("REGISTRY_AUTH_FILE"), DOCKER);
        NamedValues npm = NamedValues.of("_authToken", "_auth", "_password");
        add(found, "npm-login", places.files("NPM_CONFIG_USERCONFIG", ".npmrc"), npm);
        add(found, "yarn-login", places.inHome(".yarnrc.yml"), NamedValues.of("npmAuthToken", "npmAuthIdent"));
        NamedValues gh = NamedValues.of("oauth_token");
        add(found, "gh-login", places.under("GH_CONFIG_DIR", ".config/gh", "hosts.yml"), gh);
        add(found, "gh-login", places.inSettings("gh/hosts.yml"), gh);
        NamedValues python = NamedValues.of("password");
        add(found, "pip-login", places.files("PIP_CONFIG_FILE", ".pip/pip.conf"), python);
        add(found, "pip-login", places.inSettings("pip/pip.conf"), python);
        add(found, "pypi-login", places.inHome(".pypirc"), python);
        add(found, "maven-settings", places.inHome(".m2/settings.xml"), new MavenSettings());
        Stream<Path> gradle = places.under("GRADLE_USER_HOME", ".gradle", "gradle.properties");
        add(found, "gradle-properties", gradle, new GradleProperties());
        NamedValues aws = NamedValues.of("aws_secret_access_key", "aws_session_token");
        add(found, "aws-credentials", places.files("AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials"), aws);
        add(found, "aws-credentials", places.files("AWS_CONFIG_FILE", ".aws/config"), aws);
        NamedValues kubernetes = NamedValues.of("token", "password", "client-key-data", "client-secret");
        add(found, "kubernetes-login", places.files("KUBECONFIG", ".kube/config"), kubernetes);
        CredentialFormat google = new ServiceAccountKey();
        add(found, "service-account-key", places.files("GOOGLE_APPLICATION_CREDENTIALS"), google);
        String application = "application_default_credentials.json";
        add(found, "google-login", places.under("CLOUDSDK_CONFIG", ".config/gcloud", application), google);
        Path ofPod = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");
        add(found, "service-account-token", Stream.of(ofPod), WHOLE);
        add(found, "ssh-key", places.inHome(".ssh/id_rsa", ".ssh/id_ecdsa", ".ssh/id_ed25519", ".ssh/id_dsa"), WHOLE);
        return found;
    }

    private static void add(List<CredentialFile> to, String kind, Stream<Path> files, CredentialFormat format) {
        files.flatMap(path -> CredentialFileReader.read(kind, path, format, Purpose.TOOL).stream())
                .forEach(to::add);
    }

    private static Optional<Path> absolute(String text) {
        try {
            return text.startsWith("/") ? Optional.of(Path.of(text)) : Optional.empty();
        } catch (InvalidPathException strange) {
            return Optional.empty();
        }
    }
}
