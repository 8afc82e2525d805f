package dev.codexrunner.launch;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole environment of a child process, made from an allow-list. Its values hold the token, so that
 * {@link #toString()} shows names only.
 */
public final class ChildEnvironment {

    /** What codex and the git that it calls need of the runner's own environment; {@code LC_*} comes on top. */
    static final Set<String> PASSED = Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ");

    /** Both spellings: curl and git read the lower one, others the upper one. */
    static final Set<String> PROXIES = Set.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY");

    private static final String CA_BUNDLE = "CODEX_CA_CERTIFICATE";

    private final SortedMap<String, String> variables;

    private ChildEnvironment(SortedMap<String, String> variables) {
        this.variables = Collections.unmodifiableSortedMap(variables);
    }

    /**
     * The part that every child gets: locale, folders, proxies, and what {@code --pass-env} names. The caller has had
     * the names checked by {@link LaunchPolicy}.
     *
     * @param own the runner's own environment
     * @param passEnv further names
     * @param agentFolders folders that the agent may change; PATH loses every entry in one of them, and every relative
     *     one, since codex itself starts git and others outside its sandbox
     */
    public static ChildEnvironment allowed(Map<String, String> own, List<String> passEnv, List<Path> agentFolders) {
        SortedMap<String, String> variables = new TreeMap<>();
        own.forEach((name, value) -> {
            if (isAllowed(name) || passEnv.contains(name)) {
                variables.put(name, value);
            }
        });
        variables.computeIfPresent("PATH", (name, path) -> safePath(path, agentFolders));
        // No colours and no cursor movement from the programs that codex starts, whatever terminal the runner has.
        variables.put("TERM", "dumb");
        return new ChildEnvironment(variables);
    }

    private static boolean isAllowed(String name) {
        return PASSED.contains(name) || name.startsWith("LC_") || PROXIES.contains(name.toUpperCase(Locale.ROOT));
    }

    private static String safePath(String path, List<Path> agentFolders) {
        return Stream.of(path.split(":", -1))
                .filter(entry -> entry.startsWith("/"))
                .filter(entry -> !isWithin(Path.of(entry), agentFolders))
                .collect(Collectors.joining(":"));
    }

    /** By its name and by what its links lead to: the agent may hold either end. */
    private static boolean isWithin(Path entry, List<Path> agentFolders) {
        return Stream.of(entry.normalize(), real(entry))
                .anyMatch(place -> agentFolders.stream().anyMatch(place::startsWith));
    }

    private static Path real(Path entry) {
        try {
            return entry.toRealPath();
        } catch (IOException missing) {
            return entry.normalize();
        }
    }

    /** For a codex that has its home there. */
    public ChildEnvironment withCodexHome(Path codexHome) {
        return with("CODEX_HOME", codexHome.toString());
    }

    /** With a folder for temporary files, for codex and all that it starts. */
    public ChildEnvironment withTemporaryFolder(Path folder) {
        ChildEnvironment environment = this;
        for (String name : List.of("TMPDIR", "TMP", "TEMP")) {
            environment = environment.with(name, folder.toString());
        }
        return environment;
    }

    /** With the run's mark; whatever is started under supervision gets it. */
    ChildEnvironment markedBy(RunId runId) {
        return with(RunId.VARIABLE, runId.value());
    }

    /** The file of {@link #withCaBundle}. */
    public Optional<Path> caBundle() {
        return Optional.ofNullable(variables.get(CA_BUNDLE)).map(Path::of);
    }

    /** With the company's certificate authorities: one PEM file. */
    public ChildEnvironment withCaBundle(Optional<Path> bundle) {
        return bundle.map(file -> with(CA_BUNDLE, file.toString())).orElse(this);
    }

    /** With the headers that codex's telemetry is sent with, in OpenTelemetry's own variable. */
    public ChildEnvironment withTelemetryHeaders(Optional<Secret> headers) {
        return headers.map(secret -> with("OTEL_EXPORTER_OTLP_HEADERS", secret.reveal()))
                .orElse(this);
    }

    /** With the token in the variable for its kind. There is never both: an API key would win, and another account pay. */
    public ChildEnvironment withToken(Secret token, TokenKind kind) {
        return with(variableOf(kind), token.reveal());
    }

    private static String variableOf(TokenKind kind) {
        return switch (kind) {
            case ACCESS_TOKEN -> "CODEX_ACCESS_TOKEN";
            case API_KEY -> "CODEX_API_KEY";
        };
    }

    private ChildEnvironment with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(variables);
        more.put(name, value);
        return new ChildEnvironment(more);
    }

    /** Name to value, in the order of the names. Holds the token. */
    public Map<String, String> variables() {
        return variables;
    }

    @Override
    public String toString() {
        return "ChildEnvironment" + variables.keySet();
    }
}
