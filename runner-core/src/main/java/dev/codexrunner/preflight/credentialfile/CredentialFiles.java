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

    private final Map<String, String> environment;
    private final Optional<Path> home;

    private CredentialFiles(Map<String, String> environment) {
        this.environment = environment;
        this.home = path(environment.getOrDefault("HOME", ""));
    }

    /** All that hold a credential, each once. Never throws for what the files are or hold. */
    public static List<CredentialFile> find(RunnerConfig config, Map<String, String> environment) {
        CredentialFiles files = new CredentialFiles(environment);
        Map<Path, CredentialFile> found = new LinkedHashMap<>();
        Stream.of(files.given(config), files.ofRepositories(config), files.ofTools())
                .flatMap(List::stream)
                .forEach(file -> found.putIfAbsent(file.path(), file));
        return List.copyOf(found.values());
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
        return files.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(file ->
                                CredentialFileReader.read(entry.getKey(), file, WHOLE, Purpose.RUNNER).stream()))
                .toList();
    }

    private List<CredentialFile> ofRepositories(RunnerConfig config) {
        GitConfigFiles git = new GitConfigFiles(home.orElse(Path.of("/")));
        return Stream.concat(Stream.of(config.task().cd()), config.task().addDir().stream())
                .flatMap(folder -> git.of(folder).stream())
                .flatMap(file -> CredentialFileReader.read("git-credential", file, GIT, Purpose.REPOSITORY).stream())
                .toList();
    }

    /** One line for each place; the variable that moves a file stands with it. */
    private List<CredentialFile> ofTools() {
        List<CredentialFile> found = new ArrayList<>();
        add(found, "netrc", at("NETRC", ".netrc"), new Netrc());
        add(found, "netrc", inHome("_netrc"), new Netrc());
        add(found, "git-credentials", inHome(".git-credentials"), URLS);
        add(found, "git-credentials", under("XDG_CONFIG_HOME", ".config", "git/credentials"), URLS);
        GitConfigFiles git = new GitConfigFiles(home.orElse(Path.of("/")));
        List<Path> userConfigs = Stream.of(
                        at("GIT_CONFIG_GLOBAL", ".gitconfig"), under("XDG_CONFIG_HOME", ".config", "git/config"))
                .flatMap(Optional::stream)
                .toList();
        git.withIncluded(userConfigs).forEach(file -> add(found, "git-credential", Optional.of(file), GIT));
        add(found, "vault-token", inHome(".vault-token"), WHOLE);
        add(found, "docker-login", under("DOCKER_CONFIG", ".docker", "config.json"), new DockerConfig());
        add(found, "registry-login", under("XDG_RUNTIME_DIR", ".config", "containers/auth.json"), new DockerConfig());
        NamedValues npm = NamedValues.of("_authToken", "_auth", "_password");
        add(found, "npm-login", at("NPM_CONFIG_USERCONFIG", ".npmrc"), npm);
        add(found, "yarn-login", inHome(".yarnrc.yml"), NamedValues.of("npmAuthToken", "npmAuthIdent"));
        add(found, "gh-login", under("GH_CONFIG_DIR", ".config/gh", "hosts.yml"), NamedValues.of("oauth_token"));
        NamedValues python = NamedValues.of("password");
        add(found, "pip-login", at("PIP_CONFIG_FILE", ".config/pip/pip.conf"), python);
        add(found, "pip-login", inHome(".pip/pip.conf"), python);
        add(found, "pypi-login", inHome(".pypirc"), python);
        add(found, "maven-settings", inHome(".m2/settings.xml"), new MavenSettings());
        add(found, "gradle-properties", inHome(".gradle/gradle.properties"), NamedValues.of("password", "token"));
        add(
                found,
                "aws-credentials",
                at("AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials"),
                NamedValues.of("aws_secret_access_key", "aws_session_token"));
        add(
                found,
                "kubernetes-login",
                at("KUBECONFIG", ".kube/config"),
                NamedValues.of("token", "password", "client-key-data"));
        add(found, "service-account-key", path(environment.getOrDefault("GOOGLE_APPLICATION_CREDENTIALS", "")), WHOLE);
        add(found, "service-account-token", path("/var/run/secrets/kubernetes.io/serviceaccount/token"), WHOLE);
        Stream.of("id_rsa", "id_ecdsa", "id_ed25519", "id_dsa")
                .forEach(key -> add(found, "ssh-key", inHome(".ssh/" + key), WHOLE));
        return found;
    }

    private static void add(List<CredentialFile> to, String kind, Optional<Path> file, CredentialFormat format) {
        file.flatMap(path -> CredentialFileReader.read(kind, path, format, Purpose.TOOL))
                .ifPresent(to::add);
    }

    /** What the variable names, else that file in the home folder. */
    private Optional<Path> at(String variable, String otherwise) {
        return path(environment.getOrDefault(variable, "")).or(() -> inHome(otherwise));
    }

    /** That file in the folder that the variable names, else in that folder of the home folder. */
    private Optional<Path> under(String variable, String folder, String file) {
        return path(environment.getOrDefault(variable, ""))
                .or(() -> inHome(folder))
                .map(base -> base.resolve(file));
    }

    private Optional<Path> inHome(String file) {
        return home.map(folder -> folder.resolve(file));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.startsWith("/") ? Optional.of(Path.of(text)) : Optional.empty();
        } catch (InvalidPathException strange) {
            return Optional.empty();
        }
    }
}
