package dev.codexrunner.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.KeyKind;
import dev.codexrunner.testkit.pki.PemFiles;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientIdentityTest {

    private final PrivateCa ca = PrivateCa.create();
    private final Path folder;
    private final Path chain;
    private final Path key;

    ClientIdentityTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        IssuedCertificate client = ca.issue(CertificateSpec.client("ci-runner"));
        this.chain = client.writeChain(folder.resolve("chain.pem"));
        this.key = client.writeKey(folder.resolve("key.pem"));
    }

    @Test
    void chain_and_key_may_share_a_file_and_the_key_is_not_shown() throws Exception {
        Path both = Files.writeString(folder.resolve("both.pem"), Files.readString(key) + Files.readString(chain));
        ClientIdentity identity = ClientIdentity.read(both, both, Clock.systemUTC());
        assertThat(identity.chain()).hasSize(2);
        assertThat(identity).hasToString("ClientIdentity[CN=ci-runner]");
    }

    @Test
    void an_encrypted_key_is_named_with_the_command_that_converts_it() throws Exception {
        Path encrypted = key("ENCRYPTED PRIVATE KEY", "");
        assertThat(assertFailure(TlsFailure.CLIENT_KEY_ENCRYPTED, chain, encrypted)
                        .fix())
                .contains("openssl pkcs8 -topk8 -nocrypt -in " + encrypted);
        assertFailure(
                TlsFailure.CLIENT_KEY_ENCRYPTED,
                chain,
                key("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\n"));
    }

    @Test
    void the_older_forms_are_named_with_the_command_that_converts_them() throws Exception {
        assertThat(assertFailure(TlsFailure.CLIENT_KEY_NOT_PKCS8, chain, key("RSA PRIVATE KEY", ""))
                        .what())
                .contains("PKCS#1");
        Failure sec1 = assertFailure(TlsFailure.CLIENT_KEY_NOT_PKCS8, chain, key("EC PRIVATE KEY", ""));
        assertThat(sec1.what()).contains("SEC1");
        assertThat(sec1.fix()).contains("openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void a_key_of_another_sort_or_a_damaged_one_is_named() throws Exception {
        byte[] ed25519 = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Path other = Files.writeString(folder.resolve("ed.pem"), PemFiles.block("PRIVATE KEY", ed25519));
        assertFailure(TlsFailure.CLIENT_KEY_UNSUPPORTED, chain, other);
        assertFailure(TlsFailure.CLIENT_KEY_UNSUPPORTED, chain, key("PRIVATE KEY", ""));
    }

    @Test
    void a_key_of_another_certificate_is_found_out() throws Exception {
        IssuedCertificate sameKind = ca.issue(CertificateSpec.client("other"));
        assertFailure(TlsFailure.CLIENT_KEY_MISMATCH, chain, sameKind.writeKey(folder.resolve("other.pem")));
        IssuedCertificate rsa = ca.issue(CertificateSpec.client("other").withKeyKind(KeyKind.RSA));
        assertFailure(TlsFailure.CLIENT_KEY_MISMATCH, chain, rsa.writeKey(folder.resolve("rsa.pem")));
    }

    @Test
    void swapped_files_are_named() {
        assertFailure(TlsFailure.CLIENT_CERTIFICATE_MISSING, key, key);
        assertFailure(TlsFailure.CLIENT_KEY_MISSING, chain, chain);
    }

    @Test
    void files_that_are_not_there_not_files_or_damaged_are_named() throws Exception {
        Path gone = folder.resolve("gone.pem");
        assertThat(assertFailure(TlsFailure.CLIENT_FILE_UNREADABLE, gone, key).why())
                .contains("does not exist");
        assertFailure(TlsFailure.CLIENT_FILE_UNREADABLE, chain, folder);
        Path cut = Files.writeString(folder.resolve("cut.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
        assertThat(assertFailure(TlsFailure.CLIENT_FILE_UNREADABLE, chain, cut).why())
                .contains("line 1");
    }

    @Test
    void an_expired_certificate_is_named() throws Exception {
        IssuedCertificate old = ca.issue(CertificateSpec.client("old").expired());
        assertFailure(
                TlsFailure.CLIENT_CERTIFICATE_EXPIRED,
                old.writeChain(folder.resolve("old.pem")),
                old.writeKey(folder.resolve("old-key.pem")));
    }

    private Path key(String label, String headers) throws IOException {
        String block = PemFiles.block(label, new byte[] {0x30, 0x03, 0x02, 0x01, 0x00});
        return Files.writeString(Files.createTempFile(folder, "key", ".pem"), block.replaceFirst("\n", "\n" + headers));
    }

    private static Failure assertFailure(TlsFailure expected, Path chain, Path key) {
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> ClientIdentity.read(chain, key, Clock.systemUTC()));
        assertThat(thrown.failure().code()).isEqualTo(expected.code());
        assertThat(thrown.failure().toString()).doesNotContain("AAAA");
        return thrown.failure();
    }
}
