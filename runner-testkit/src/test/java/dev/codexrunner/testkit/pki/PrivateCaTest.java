package dev.codexrunner.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivateCaTest {

    private final PrivateCa ca = PrivateCa.create();

    @ParameterizedTest
    @EnumSource
    void a_client_that_trusts_the_ca_reaches_its_server(KeyKind keyKind) {
        IssuedCertificate server = ca.issue(CertificateSpec.loopbackServer().withKeyKind(keyKind));

        assertThatCode(() -> call(server, ca)).doesNotThrowAnyException();
    }

    @Test
    void another_ca_is_not_trusted() {
        assertThatThrownBy(() -> call(ca.issueServer(), PrivateCa.create())).isInstanceOf(SSLException.class);
    }

    @Test
    void wrong_certificates_are_refused() {
        CertificateSpec good = CertificateSpec.loopbackServer();
        assertThatThrownBy(() -> call(ca.issue(good.expired()), ca)).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> call(ca.issue(good.notYetValid()), ca)).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> call(ca.issue(good.withHosts("other.example.com")), ca))
                .isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> call(ca.issue(CertificateSpec.client("someone")), ca))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void the_revocation_list_is_signed_by_the_ca() throws Exception {
        X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(ca.crl().getBytes(StandardCharsets.US_ASCII)));

        assertThatCode(() -> crl.verify(ca.certificate().getPublicKey())).doesNotThrowAnyException();
    }

    @Test
    void a_key_file_is_readable_by_its_owner_only(@TempDir Path folder) throws Exception {
        Path key = ca.issueServer().writeKey(folder.resolve("key.pem"));

        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(key).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    private static void call(IssuedCertificate certificate, PrivateCa trusted)
            throws IOException, InterruptedException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            HttpClient.newBuilder()
                    .sslContext(trusted.clientContext())
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("https://127.0.0.1:"
                                            + server.getAddress().getPort()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
        } finally {
            server.stop(0);
        }
    }
}
