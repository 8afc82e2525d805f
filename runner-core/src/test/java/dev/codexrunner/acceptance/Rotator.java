package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.JarStart;
import dev.codexrunner.Repository;
import dev.codexrunner.testkit.backend.CodexConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A secret of its own with token A live, logins that have the policies of docs/vault-policies and nothing else, and whole
 * runs of {@code codex-runner rotation} on it through the jar.
 */
final class Rotator {

    /** Far beyond every bound: reaching it means that the runner hangs. */
    private static final long HANGS_SECONDS = 120;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> ROLES = List.of("runner", "rotator", "checker");

    private final Scene scene;
    private final TestVault vault;
    private final Path folder;
    private final Path inputs;
    private final String name;
    private final Map<String, Login> logins = new TreeMap<>();
    private CodexConnection service;

    private record Login(String roleId, Path secretIdFile) {}

    /** What one step came to. */
    record Step(int exitCode, String out, String err) {

        Step exits(int expected) {
            assertThat(exitCode).as(out + err).isEqualTo(expected);
            return this;
        }

        Step saying(String... texts) {
            assertThat(out + err).contains(texts);
            return this;
        }
    }

    private Rotator(Scene scene, TestVault vault, Path folder, Path inputs, String name) {
        this.scene = scene;
        this.vault = vault;
        this.folder = folder;
        this.inputs = inputs;
        this.name = name;
        this.service = scene.backend().connection();
    }

    /** Without a live token. */
    static Rotator on(Scene scene) throws IOException {
        return on(scene, scene.vault());
    }

    /** As {@link #on(Scene)}, at another Vault than the scene's. */
    static Rotator on(Scene scene, TestVault vault) throws IOException {
        String name = "rotation-" + COUNT.incrementAndGet();
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath().normalize());
        Rotator rotator = new Rotator(
                scene,
                vault,
                Files.createTempDirectory(target, name),
                Files.createTempDirectory(target, name + "-inputs"),
                name);
        for (String role : ROLES) {
            rotator.grant(role);
        }
        return rotator;
    }

    /** With that token live, and a field beside it that is none of a rotation's business. */
    Rotator withLive(String token) {
        var unused = vault.admin()
                .write("secret/data/ci/" + name, Map.of("data", Map.of("note", "keep me", "access_token", token)));
        return this;
    }

    /** With that field beside it. */
    Rotator withField(String field, String value) {
        Map<String, Object> fields = new TreeMap<>();
        live().path("data").properties().forEach(one -> fields.put(one.getKey(), one.getValue()));
        fields.put(field, value);
        var unused = vault.admin().write("secret/data/ci/" + name, Map.of("data", fields));
        return this;
    }

    /** Where OpenAI's service is asked from now on. */
    Rotator withService(URI other) {
        service = new CodexConnection(other.getPort());
        return this;
    }

    /** Another secret in the very state of this one: the same live token, candidate and journal, each as version 1. */
    Rotator copy() throws IOException {
        Rotator copy = Rotator.on(scene, vault);
        for (String part : List.of("", "/pending", "/rotation")) {
            JsonNode fields =
                    vault.admin().read("secret/data/ci/" + name + part).at("/data/data");
            var unused = vault.admin().write("secret/data/ci/" + copy.name + part, Map.of("data", fields));
        }
        return copy;
    }

    private void grant(String role) throws IOException {
        String policy = Repository.read("docs/vault-policies/" + role + ".hcl")
                .replace("MOUNT", "secret")
                .replace("PATH", "ci/" + name);
        var admin = vault.admin();
        String full = role + "-" + name;
        var unused = admin.write("sys/policies/acl/" + full, Map.of("policy", policy));
        unused = admin.write(
                "auth/approle/role/" + full,
                Map.of("token_policies", full, "token_ttl", "5m", "token_max_ttl", "10m", "secret_id_num_uses", 0));
        String roleId = admin.read("auth/approle/role/" + full + "/role-id")
                .at("/data/role_id")
                .asString("");
        String secretId = admin.write("auth/approle/role/" + full + "/secret-id", Map.of())
                .at("/data/secret_id")
                .asString("");
        logins.put(role, new Login(roleId, TestVault.OwnerOnly.write(folder.resolve(role + ".secret-id"), secretId)));
    }

    String path() {
        return "secret/ci/" + name + "#access_token";
    }

    /** What the steps wrote; the tokens that they were given lie elsewhere. */
    Path folder() {
        return folder;
    }

    Step stage(String token, String... more) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(
                List.of("--owner", "platform@example.com", "--token-name", "ci " + COUNT.incrementAndGet()));
        options.addAll(List.of(more));
        return run("rotator", vault.address(), "stage", token, options);
    }

    /** A step by who may rotate. */
    Step step(String step, String... options) throws IOException, InterruptedException {
        return run("rotator", vault.address(), step, "", List.of(options));
    }

    /** The scheduled check, by who may only read. */
    Step check(String... options) throws IOException, InterruptedException {
        return run("checker", vault.address(), "check", "", List.of(options));
    }

    /** The scheduled check, at another address for Vault. */
    Step checkAt(URI other, String... options) throws IOException, InterruptedException {
        return run("checker", other, "check", "", List.of(options));
    }

    /** A step by who may rotate, that finds Vault at another address. */
    Step throughRelay(URI vault, String step) throws IOException, InterruptedException {
        return await(start("rotator", vault, step, "", List.of()));
    }

    /** Starts a step there, to be ended from outside. */
    Started start(URI vault, String step) throws IOException {
        return start("rotator", vault, step, "", List.of());
    }

    /** A process and where it writes. */
    record Started(Process process, Path out, Path err) {}

    Step await(Started started) throws IOException, InterruptedException {
        if (!started.process().waitFor(HANGS_SECONDS, TimeUnit.SECONDS)) {
            started.process().destroyForcibly();
            throw new AssertionError("the rotator hangs; it had said: " + Files.readString(started.err()));
        }
        return new Step(
                started.process().exitValue(), Files.readString(started.out()), Files.readString(started.err()));
    }

    /** The live secret as who may do anything sees it. */
    JsonNode live() {
        return vault.admin().read("secret/data/ci/" + name).path("data");
    }

    String liveToken() {
        return live().at("/data/access_token").asString("");
    }

    int liveVersion() {
        return live().at("/metadata/version").asInt(0);
    }

    JsonNode metadata() {
        return vault.admin().read("secret/metadata/ci/" + name).path("data");
    }

    private Step run(String role, URI vault, String step, String stdin, List<String> options)
            throws IOException, InterruptedException {
        return await(start(role, vault, step, stdin, options));
    }

    private Started start(String role, URI vault, String step, String stdin, List<String> options) throws IOException {
        Login login = Objects.requireNonNull(logins.get(role), role);
        List<String> line = JarStart.java();
        line.addAll(List.of("-jar", JarStart.jar().toAbsolutePath().toString(), "rotation", step));
        line.addAll(List.of(
                "--vault-addr", vault.toString(), "--vault-ca", scene.caFile().toString()));
        line.addAll(List.of("--ca-bundle", scene.caFile().toString()));
        if (!options.contains("--paths-file")) {
            line.addAll(List.of("--vault-path", path()));
        }
        line.addAll(List.of("--vault-auth", "approle", "--vault-role-id", login.roleId()));
        line.addAll(List.of("--vault-secret-id-file", login.secretIdFile().toString()));
        if (Set.of("verify", "rollback").contains(step)) {
            line.addAll(List.of("--codex-path", scene.codex().toString(), "--progress", "none"));
        }
        if (!step.equals("status")) {
            String origin = scene.backend().connection().origin();
            RunnerProcess.toTheBackend(scene, "").forEach(one -> line.add(one.replace(origin, service.origin())));
        }
        line.addAll(options);
        Path out = Files.createTempFile(folder, step, ".out");
        Path err = Files.createTempFile(folder, step, ".err");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(Files.writeString(Files.createTempFile(inputs, step, ".txt"), stdin)
                        .toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment()
                .put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        builder.environment().putAll(service.environment());
        return new Started(scene.endingWithUs(builder.start()), out, err);
    }
}
