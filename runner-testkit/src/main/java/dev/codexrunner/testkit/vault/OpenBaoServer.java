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
import java.util.concurrent.TimeUnit;

/** A real OpenBao server as a child process: in memory, over TLS on loopback, initialised and unsealed by us. */
public final class OpenBaoServer implements VaultBackend {

    private static final int MAX_PORTS = 5;

    private final Process process;
    private final VaultOperator operator;

    private OpenBaoServer(Process process, VaultOperator operator) {
        this.process = process;
        this.operator = operator;
    }

    /**
     * Starts it and makes it ready to serve.
     *
     * @param binary the native one, see {@link dev.codexrunner.testkit.RealPrograms#openBao()}
     */
    public static OpenBaoServer start(Path binary, Path folder, PrivateCa ca) throws IOException {
        OpenBaoServer server = startUninitialised(binary, folder, ca);
        try {
            server.operator.initialise();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Starts it and leaves it as a fresh server is. */
    public static OpenBaoServer startUninitialised(Path binary, Path folder, PrivateCa ca) throws IOException {
        return startUninitialised(binary, folder, ca, "");
    }

    /** As {@link #startUninitialised}, and its listener lets nobody in without a client certificate of that authority. */
    public static OpenBaoServer startDemandingClientCertificates(Path binary, Path folder, PrivateCa ca)
            throws IOException {
        return startUninitialised(binary, folder, ca, """
                  tls_require_and_verify_client_cert = true
                  tls_client_ca_file = "%s"
                """.formatted(ca.writeBundle(folder.resolve("clients.pem"))));
    }

    private static OpenBaoServer startUninitialised(Path binary, Path folder, PrivateCa ca, String listenerSettings)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return startAt(freePort(), binary, folder, ca, listenerSettings);
            } catch (IOException e) {
                // It can't be told to take any free port, and somebody else may take the one found before it does.
                if (attempt == MAX_PORTS || !String.valueOf(e.getMessage()).contains("address already in use")) {
                    throw e;
                }
            }
        }
    }

    private static OpenBaoServer startAt(int port, Path binary, Path folder, PrivateCa ca, String listenerSettings)
            throws IOException {
        IssuedCertificate certificate = ca.issueServer();
        Path config = folder.resolve("bao.hcl");
        Files.writeString(config, """
                storage "inmem" {}
                listener "tcp" {
                  address = "127.0.0.1:%d"
                  tls_cert_file = "%s"
                  tls_key_file = "%s"
                %s
                }
                api_addr = "https://127.0.0.1:%d"
                """.formatted(
                        port,
                        certificate.writeChain(folder.resolve("server.pem")),
                        certificate.writeKey(folder.resolve("server.key")),
                        listenerSettings,
                        port));
        ProcessBuilder builder = new ProcessBuilder(binary.toString(), "server", "-config=" + config)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("VAULT_") || name.startsWith("BAO_"));
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        awaitStart(process);
        return new OpenBaoServer(
                process, new VaultOperator(URI.create("https://127.0.0.1:" + port), ca.clientContext()));
    }

    @Override
    public URI address() {
        return operator.address();
    }

    @Override
    public String rootToken() {
        return operator.rootToken();
    }

    @Override
    public void seal() {
        operator.seal();
    }

    @Override
    public void unseal() {
        operator.unseal();
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
