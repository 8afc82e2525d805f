package dev.codexrunner.testkit.vault;

import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real OpenBao server as a child process: in memory, over TLS on loopback, initialised and unsealed by us. */
public final class OpenBaoServer implements VaultBackend {

    private static final int TRIES = 400;

    private final Process process;
    private final URI address;
    private final PrivateCa ca;
    private String rootToken = "";
    private String unsealKey = "";

    private OpenBaoServer(Process process, URI address, PrivateCa ca) {
        this.process = process;
        this.address = address;
        this.ca = ca;
    }

    /**
     * The binary: the system property {@code codexrunner.bao}, else {@code .tools/openbao/bin/bao} below the property
     * {@code codexrunner.root}.
     */
    public static Optional<Path> binary() {
        @Nullable String named = System.getProperty("codexrunner.bao");
        @Nullable String root = System.getProperty("codexrunner.root");
        return Stream.of(
                        named == null ? null : Path.of(named),
                        root == null ? null : Path.of(root, ".tools", "openbao", "bin", "bao"))
                .filter(path -> path != null && Files.isExecutable(path))
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    /** Starts it and makes it ready to serve. */
    public static OpenBaoServer start(Path binary, Path folder, PrivateCa ca) throws IOException {
        OpenBaoServer server = startUninitialised(binary, folder, ca);
        try {
            server.initialise();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Starts it and leaves it as a fresh server is. */
    public static OpenBaoServer startUninitialised(Path binary, Path folder, PrivateCa ca) throws IOException {
        int port = freePort();
        IssuedCertificate certificate = ca.issueServer();
        Path config = folder.resolve("bao.hcl");
        Files.writeString(config, """
                storage "inmem" {}
                listener "tcp" {
                  address = "127.0.0.1:%d"
                  tls_cert_file = "%s"
                  tls_key_file = "%s"
                }
                api_addr = "https://127.0.0.1:%d"
                """.formatted(
                        port,
                        certificate.writeChain(folder.resolve("server.pem")),
                        certificate.writeKey(folder.resolve("server.key")),
                        port));
        ProcessBuilder builder = new ProcessBuilder(binary.toString(), "server", "-config=" + config)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("VAULT_") || name.startsWith("BAO_"));
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        awaitStart(process);
        return new OpenBaoServer(process, URI.create("https://127.0.0.1:" + port), ca);
    }

    private void initialise() {
        JsonNode init = admin("").write("sys/init", Map.of("secret_shares", 1, "secret_threshold", 1));
        rootToken = init.path("root_token").stringValue();
        unsealKey = init.path("keys").path(0).stringValue();
        unseal();
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public String rootToken() {
        return rootToken;
    }

    @Override
    public void seal() {
        admin(rootToken).write("sys/seal", Map.of());
    }

    @Override
    public void unseal() {
        admin("").write("sys/unseal", Map.of("key", unsealKey));
        VaultAdmin admin = admin("");
        for (int tries = 0; tries < TRIES; tries++) {
            if (admin.status("GET", "sys/health", Map.of()) == 200) {
                return;
            }
        }
        throw new IllegalStateException("OpenBao did not become active");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private VaultAdmin admin(String token) {
        return new VaultAdmin(address, token, ca.clientContext());
    }

    /** Reads its output until it says that it has started, and goes on reading so that it never blocks. */
    private static void awaitStart(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            if (line.contains("server started!")) {
                Thread drain = new Thread(() -> drain(output), "openbao-output");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IOException("OpenBao ended without having started:\n" + seen);
    }

    private static void drain(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The server was ended, and its output with it.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
