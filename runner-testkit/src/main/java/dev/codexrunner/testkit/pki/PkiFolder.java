package dev.codexrunner.testkit.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The certificates that a whole test setting needs, as files in one folder. */
public final class PkiFolder {

    private PkiFolder() {}

    /**
     * Writes {@code ca.pem}, {@code server-chain.pem}, {@code server-key.pem}, {@code client-chain.pem} and
     * {@code client-key.pem}.
     *
     * @return the loopback server's certificate
     */
    public static IssuedCertificate write(Path folder, PrivateCa ca) throws IOException {
        Files.createDirectories(folder);
        ca.writeBundle(folder.resolve("ca.pem"));
        IssuedCertificate server = ca.issueServer();
        server.writeChain(folder.resolve("server-chain.pem"));
        server.writeKey(folder.resolve("server-key.pem"));
        IssuedCertificate client = ca.issue(CertificateSpec.client("ci-runner"));
        client.writeChain(folder.resolve("client-chain.pem"));
        client.writeKey(folder.resolve("client-key.pem"));
        return server;
    }
}
