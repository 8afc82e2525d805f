package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backend's stand-in and a real OpenBao, in a process that ends with this one. */
final class Services implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern ORIGIN = Pattern.compile("\"origin\"\\s*:\\s*\"([^\"]+)\"");

    private final Path folder;
    private final ChildProcess process;

    private Services(Path folder, ChildProcess process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts them.
     *
     * @param repository its top
     * @param resources with services.sh and the scenarios
     */
    static Services start(Path repository, Path resources, Path folder) throws Exception {
        ChildProcess process = ChildProcess.start(
                repository,
                folder.resolve("services.log"),
                Map.of(),
                List.of(
                        "bash",
                        resources.resolve("services.sh").toString(),
                        folder.resolve("services").toString(),
                        resources.resolve("scenarios").toString()));
        Services services = new Services(folder.resolve("services"), process);
        Waiting.untilTrue("The services", START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The services ended:\n" + process.output());
            }
            return process.output().endsWith("ready\n");
        });
        return services;
    }

    Path folder() {
        return folder;
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }

    String authorities() {
        return folder.resolve("backend/ca.pem").toString();
    }

    /** Where codex finds the stand-in. */
    Map<String, String> variables() throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("backend/backend.env"), StandardCharsets.UTF_8)) {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return variables;
    }

    /** The input {@code config} with which a run uses the stand-in instead of the real service. */
    String config(boolean codexToo) throws IOException {
        Matcher ready = ORIGIN.matcher(read("backend.out"));
        if (!ready.find()) {
            throw new AssertionError("The stand-in tells no origin");
        }
        String origin = ready.group(1);
        StringBuilder config = new StringBuilder("codex-config:\n");
        config.append("  - model_provider=\"standin\"\n");
        config.append("  - chatgpt_base_url=\"").append(origin).append("/backend-api\"\n");
        config.append("  - model_providers.standin={name=\"s\",base_url=\"")
                .append(origin)
                .append(
                        "/backend-api/codex\",wire_api=\"responses\",requires_openai_auth=true,supports_websockets=false}\n");
        config.append("allow-override:\n  - model_provider\n  - model_providers\n  - chatgpt_base_url\n");
        for (String name : variables().keySet()) {
            config.append("  - ").append(name).append('\n');
        }
        config.append("pass-env:\n");
        for (String name : variables().keySet()) {
            config.append("  - ").append(name).append('\n');
        }
        return codexToo ? config.append("skip-git-repo-check: true\n").toString() : config.toString();
    }

    /** The backend refuses the live token from now on. */
    void revokeToken() throws Exception {
        Path told = folder.resolve("backend.out");
        int before = Files.readAllLines(told).size();
        Files.writeString(folder.resolve("commands"), "revoke " + folder.resolve("backend/token") + "\n");
        Waiting.untilTrue(
                "The revocation",
                Duration.ofSeconds(30),
                () -> Files.readAllLines(told).size() > before);
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
