package dev.codexrunner.doctor;

import dev.codexrunner.JarStart;
import dev.codexrunner.testkit.backend.CodexBackend;
import dev.codexrunner.testkit.backend.Scenarios;
import dev.codexrunner.testkit.backend.ScriptedModel;
import dev.codexrunner.testkit.backend.TokenIssuer;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.OpenBaoServer;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A whole chain around the shaded jar: OpenBao with a token and an AppRole, the service's stand-in, a repository. */
final class DoctorScene implements AutoCloseable {

    private static final long LONGEST_SECONDS = 120;

    final Path folder;
    final PrivateCa ca = PrivateCa.create();
    final TokenIssuer issuer = TokenIssuer.create();
    final VaultBackend vault;
    final CodexBackend backend;
    final VaultAdmin admin;
    final Path caFile;
    final Path repository;
    final List<String> tokens = new ArrayList<>();
    private final Path codex;
    private final String roleId;
    private final Path secretId;

    DoctorScene(Path folder, Path codex, Path bao) throws IOException {
        this.folder = folder;
        this.codex = codex;
        vault = OpenBaoServer.start(bao, Files.createDirectories(folder.resolve("bao")), ca);
        backend =
                CodexBackend.start(ca.issueServer().serverContext(), issuer, ScriptedModel.playing(Scenarios.hello()));
        admin = new VaultAdmin(vault.address(), vault.rootToken(), ca.clientContext());
        caFile = ca.writeBundle(folder.resolve("ca.pem"));
        repository = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(repository.resolve(".git"));
        Files.createDirectories(folder.resolve("home"));
        admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        admin.write(
                "sys/policies/acl/ci", Map.of("policy", "path \"secret/data/ci/codex\" { capabilities = [\"read\"] }"));
        admin.write("sys/auth/approle", Map.of("type", "approle"));
        admin.write("auth/approle/role/ci", Map.of("token_policies", "ci", "token_ttl", "5m"));
        roleId = admin.read("auth/approle/role/ci/role-id")
                .path("data")
                .path("role_id")
                .stringValue();
        String id = admin.write("auth/approle/role/ci/secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
        tokens.add(id);
        secretId = Files.writeString(folder.resolve("secret-id"), id);
        Files.setPosixFilePermissions(secretId, PosixFilePermissions.fromString("rw-------"));
        store(issuer.issueAgentIdentity().token());
    }

    /** Puts a token where the role may read it. */
    void store(String token) {
        tokens.add(token);
        admin.write("secret/data/ci/codex", Map.of("data", Map.of("access_token", token)));
    }

    /** What doctor left: exit code and both streams. */
    record Outcome(int exitCode, String stdout, String stderr) {

        /** The line of a link, with those that follow it. */
        String of(String link) {
            StringBuilder lines = new StringBuilder();
            boolean within = false;
            for (String line : stdout.lines().toList()) {
                boolean begins = !line.startsWith(" ");
                within = begins ? line.matches("\\S+\\s+" + link + "( .*)?") : within;
                lines.append(within ? line + "\n" : "");
            }
            return lines.toString();
        }
    }

    /** Runs the jar with the options of a healthy chain, of which these take the place or come on top. */
    Outcome doctor(String... options) throws Exception {

        Map<String, List<String>> all = healthy();
        for (int at = 0; at < options.length; at += 2) {
            List<String> more = List.of(options[at + 1]);
            all.merge(options[at], more, options[at].equals("-c") ? DoctorScene::both : (healthy, given) -> given);
        }
        List<String> line = JarStart.java();
        line.addAll(List.of("-jar", JarStart.jar().toString(), "doctor"));
        all.forEach((name, values) -> values.forEach(value -> {
            line.add(name);
            if (!value.isEmpty()) {
                line.add(value);
            }
        }));
        Path out = folder.resolve("doctor.out");
        Path err = folder.resolve("doctor.err");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(repository.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(backend.connection().environment());
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("HOME", folder.resolve("home").toString());
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("doctor did not end:\n" + Files.readString(out) + Files.readString(err));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static List<String> both(List<String> healthy, List<String> given) {
        return Stream.concat(healthy.stream(), given.stream()).toList();
    }

    private Map<String, List<String>> healthy() {
        Map<String, List<String>> options = new TreeMap<>();
        options.put("--vault-addr", List.of(vault.address().toString()));
        options.put("--vault-auth", List.of("approle"));
        options.put("--vault-role-id", List.of(roleId));
        options.put("--vault-secret-id-file", List.of(secretId.toString()));
        options.put("--vault-path", List.of("secret/ci/codex#access_token"));
        options.put("--ca-bundle", List.of(caFile.toString()));
        options.put("--codex-path", List.of(codex.toString()));
        String base = backend.connection().chatgptBaseUrl();
        options.put(
                "-c",
                List.of(
                        "model_provider=\"standin\"",
                        "chatgpt_base_url=\"" + base + "\"",
                        "model_providers.standin={name=\"standin\",base_url=\"" + base
                                + "/codex\",wire_api=\"responses\",requires_openai_auth=true}"));
        List<String> variables = List.copyOf(backend.connection().environment().keySet());
        options.put("--pass-env", variables);
        List<String> allowed = new ArrayList<>(List.of("model_provider", "model_providers", "chatgpt_base_url"));
        allowed.addAll(variables);
        options.put("--allow-override", allowed);
        return options;
    }

    /** Every secret of the scene, in the forms that a careless program would print. */
    List<String> forbidden() {
        List<String> forms = new ArrayList<>();
        for (String token : tokens) {
            forms.add(token);
            forms.add(Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
        }
        return forms;
    }

    @Override
    public void close() {
        backend.close();
        vault.close();
    }
}
