package dev.codexrunner.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.KeyKind;
import dev.codexrunner.testkit.pki.PemFiles;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaBundleTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder;

    private final PrivateCa ca = PrivateCa.create();

    CaBundleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_missing_file_is_named() {
        assertFailure(TlsFailure.CA_FILE_MISSING, folder.resolve("gone.pem"));
    }

    @Test
    void a_directory_is_named() {
        assertFailure(TlsFailure.CA_FILE_IS_DIRECTORY, folder);
    }

    @Test
    void a_device_is_not_read() {
        assertFailure(TlsFailure.CA_FILE_NOT_REGULAR, Path.of("/dev/zero"));
    }

    @Test
    void an_empty_file_is_named() throws Exception {
        assertFailure(TlsFailure.CA_FILE_EMPTY, file(""));
        assertFailure(TlsFailure.CA_FILE_EMPTY, file(" \r\n\t\n"));
    }

    @Test
    void a_huge_file_is_not_read_to_its_end() throws Exception {
        Path huge = folder.resolve("huge.pem");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(8L << 30);
        }
        assertFailure(TlsFailure.CA_FILE_TOO_LARGE, huge);
    }

    @Test
    void garbage_is_named() throws Exception {
        assertFailure(TlsFailure.CA_FILE_NOT_PEM, file("<html>Please log in</html>"));
    }

    @Test
    void der_is_named_with_the_command_that_converts_it() throws Exception {
        Path der = Files.write(folder.resolve("ca.der"), ca.certificate().getEncoded());
        assertThat(assertFailure(TlsFailure.CA_FILE_IS_DER, der).fix()).contains("openssl x509 -inform der -in " + der);
    }

    @Test
    void a_key_store_is_named() throws Exception {
        Path store = folder.resolve("ca.p12");
        java.security.KeyStore keys = java.security.KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry("ca", ca.certificate());
        try (var out = Files.newOutputStream(store)) {
            keys.store(out, "changeit".toCharArray());
        }
        assertFailure(TlsFailure.CA_FILE_IS_KEYSTORE, store);
        assertFailure(TlsFailure.CA_FILE_IS_KEYSTORE, file(PemFiles.block("PKCS7", new byte[] {1})));
    }

    @Test
    void a_private_key_instead_of_a_certificate_is_named() throws Exception {
        assertFailure(TlsFailure.CA_FILE_IS_KEY, ca.issueServer().writeKey(folder.resolve("key.pem")));
    }

    @Test
    void a_revocation_list_alone_is_named() throws Exception {
        assertFailure(TlsFailure.CA_FILE_CRL_ONLY, file(ca.crl()));
    }

    @Test
    void a_request_is_named() throws Exception {
        assertFailure(TlsFailure.CA_FILE_IS_REQUEST, file(PemFiles.block("CERTIFICATE REQUEST", new byte[] {1})));
    }

    @Test
    void a_file_that_was_cut_short_is_damaged_and_says_where() throws Exception {
        String pem = PemFiles.certificate(ca.certificate());
        Failure failure = assertFailure(
                TlsFailure.CA_FILE_BROKEN_BLOCK, file(pem + "\n# second\n" + pem.substring(0, pem.length() / 2)));
        assertThat(failure.what()).containsPattern("line " + (pem.lines().count() + 3));
    }

    @Test
    void broken_base64_a_missing_end_and_a_wrong_end_are_damage() throws Exception {
        String pem = PemFiles.certificate(ca.certificate());
        assertFailure(TlsFailure.CA_FILE_BROKEN_BLOCK, file(pem.replaceFirst("\n....", "\n!!!!")));
        assertFailure(TlsFailure.CA_FILE_BROKEN_BLOCK, file(pem.replace("-----END CERTIFICATE-----\n", "") + pem));
        assertFailure(TlsFailure.CA_FILE_BROKEN_BLOCK, file(pem.replace("END CERT", "END X")));
    }

    @Test
    void a_block_that_is_no_certificate_is_left_out_with_a_warning_unless_it_is_all_there_is() throws Exception {
        String nonsense = PemFiles.block("CERTIFICATE", new byte[] {0x30, 0x02, 0x05, 0x00});
        assertFailure(TlsFailure.CA_FILE_NO_CERTIFICATE, file(nonsense));
        CaBundle bundle = read(file(nonsense + PemFiles.certificate(ca.certificate())));
        assertThat(bundle.certificates()).containsExactly(ca.certificate());
        assertThat(bundle.warnings()).singleElement().asString().contains("line 1");
    }

    @Test
    void bytes_after_a_certificate_are_accepted_only_in_a_trusted_block() throws Exception {
        byte[] der = ca.certificate().getEncoded();
        byte[] more = java.util.Arrays.copyOf(der, der.length + 2);
        assertFailure(TlsFailure.CA_FILE_NO_CERTIFICATE, file(PemFiles.block("CERTIFICATE", more)));
    }

    @Test
    void a_trusted_certificate_loses_what_openssl_put_behind_it() throws Exception {
        CaBundle bundle = read(file(PemFiles.trustedCertificate(ca.certificate())));
        assertThat(bundle.certificates()).containsExactly(ca.certificate());
        Path merged = folder.resolve("merged.pem");
        bundle.writeTo(merged);
        assertThat(merged).hasContent(PemFiles.certificate(ca.certificate()));
    }

    @Test
    void text_line_ends_blanks_and_a_byte_order_mark_do_not_matter() throws Exception {
        String pem = PemFiles.certificate(ca.certificate());
        for (String variant : List.of(
                "\uFEFF" + pem,
                pem.replace("\n", "\r\n"),
                pem.replace("\n", "\r"),
                pem.replace("\n", "  \n"),
                "# Company root: valid\n" + pem + "trailing words\n",
                "Bag Attributes\n    friendlyName: root\n" + pem,
                pem.stripTrailing())) {
            assertThat(read(file(variant)).certificates()).containsExactly(ca.certificate());
        }
    }

    @Test
    void comments_in_another_encoding_do_not_matter() throws Exception {
        byte[] latin =
                ("# M\u00fcller GmbH\n" + PemFiles.certificate(ca.certificate())).getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.pem"), latin);
        assertThat(read(file).certificates()).containsExactly(ca.certificate());
    }

    @Test
    void a_revocation_list_and_a_key_beside_certificates_are_left_out() throws Exception {
        Path key = ca.issueServer().writeKey(folder.resolve("key.pem"));
        CaBundle bundle = read(file(ca.crl() + PemFiles.certificate(ca.certificate()) + Files.readString(key)));
        assertThat(bundle.certificates()).containsExactly(ca.certificate());
        assertThat(bundle.warnings()).singleElement().asString().contains("private key");
        Path merged = folder.resolve("merged.pem");
        bundle.writeTo(merged);
        assertThat(Files.readString(merged)).doesNotContain("PRIVATE", "CRL");
    }

    @Test
    void several_bundles_become_one_without_duplicates() throws Exception {
        PrivateCa other = PrivateCa.create();
        Path first = PemFiles.write(folder.resolve("1.pem"), List.of(ca.certificate(), ca.certificate()));
        Path second = PemFiles.write(folder.resolve("2.pem"), List.of(other.certificate(), ca.certificate()));
        CaBundle bundle = CaBundle.read(List.of(first, second), CLOCK);
        assertThat(bundle.certificates()).containsExactly(ca.certificate(), other.certificate());
        assertThat(bundle.warnings()).isEmpty();
    }

    @Test
    void each_of_several_bundles_must_be_good() throws Exception {
        Path good = ca.writeBundle(folder.resolve("good.pem"));
        Path empty = file("");
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> CaBundle.read(List.of(good, empty), CLOCK));
        assertThat(thrown.failure().code()).isEqualTo("ca-file-empty");
    }

    @Test
    void an_expired_certificate_among_others_is_a_warning_and_stays() throws Exception {
        PrivateCa old = authority(-10, -1);
        CaBundle bundle = read(PemFiles.write(folder.resolve("ca.pem"), List.of(old.certificate(), ca.certificate())));
        assertThat(bundle.certificates()).hasSize(2);
        assertThat(bundle.warnings()).singleElement().asString().contains("expired on");
    }

    @Test
    void many_expired_certificates_are_one_warning_that_names_the_file_and_their_number() throws Exception {
        List<X509Certificate> roots = List.of(
                authority(-10, -1).certificate(),
                authority(-10, -2).certificate(),
                ca.certificate(),
                authority(-10, -3).certificate());
        Path file = PemFiles.write(folder.resolve("system.pem"), roots);
        Path mine = PemFiles.write(
                folder.resolve("mine.pem"), List.of(authority(-10, -1).certificate(), ca.certificate()));
        assertThat(CaBundle.read(List.of(file, mine), CLOCK).warnings())
                .satisfiesExactly(
                        first -> assertThat(first).contains(file.toString(), "3 of 4 certificates have expired"),
                        second -> assertThat(second).contains(mine.toString(), "expired on"));
    }

    @Test
    void a_certificate_that_is_not_valid_yet_is_a_warning() throws Exception {
        PrivateCa next = authority(1, 10);
        CaBundle bundle = read(PemFiles.write(folder.resolve("ca.pem"), List.of(next.certificate(), ca.certificate())));
        assertThat(bundle.warnings()).singleElement().asString().contains("is not valid before");
    }

    @Test
    void a_bundle_in_which_everything_has_expired_is_no_bundle() throws Exception {
        PrivateCa last = authority(-10, -1);
        Failure failure = assertFailure(
                TlsFailure.CA_BUNDLE_EXPIRED,
                PemFiles.write(
                        folder.resolve("ca.pem"), List.of(authority(-10, -5).certificate(), last.certificate())));
        assertThat(failure.what())
                .contains(last.certificate().getNotAfter().toInstant().toString());
    }

    @Test
    void a_bundle_in_which_nothing_is_valid_now_is_no_bundle() throws Exception {
        PrivateCa next = authority(1, 10);
        Failure failure = assertFailure(
                TlsFailure.CA_BUNDLE_NOT_VALID_NOW,
                PemFiles.write(
                        folder.resolve("ca.pem"), List.of(authority(-10, -5).certificate(), next.certificate())));
        assertThat(failure.what())
                .contains(next.certificate().getNotBefore().toInstant().toString());
    }

    @Test
    void the_clock_decides() throws Exception {
        Path file = ca.writeBundle(folder.resolve("ca.pem"));
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(11)), ZoneOffset.UTC);
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> CaBundle.read(List.of(file), later));
        assertThat(thrown.failure().code()).isEqualTo("ca-bundle-expired");
    }

    @Test
    void a_servers_own_certificate_is_a_warning() throws Exception {
        IssuedCertificate server = ca.issueServer();
        CaBundle bundle = read(PemFiles.write(folder.resolve("ca.pem"), List.of(server.certificate())));
        assertThat(bundle.warnings())
                .singleElement()
                .asString()
                .contains("is no authority")
                .contains("add the authority");
    }

    @Test
    void the_merged_file_is_private_replaces_what_was_there_and_can_be_read_again() throws Exception {
        Path merged = Files.writeString(folder.resolve("merged.pem"), "old");
        CaBundle bundle = read(ca.writeBundle(folder.resolve("ca.pem")));
        bundle.writeTo(merged);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(merged)))
                .isEqualTo("rw-------");
        assertThat(read(merged)).isEqualTo(bundle);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_a_failure() throws Exception {
        CaBundle bundle = read(ca.writeBundle(folder.resolve("ca.pem")));
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> bundle.writeTo(folder.resolve("gone/merged.pem")));
        assertThat(thrown.failure().code()).isEqualTo("ca-bundle-not-written");
    }

    private static PrivateCa authority(int fromDay, int untilDay) {
        Instant now = Instant.now();
        return PrivateCa.create(
                "Example Root " + untilDay,
                KeyKind.EC,
                now.plus(Duration.ofDays(fromDay)),
                now.plus(Duration.ofDays(untilDay)));
    }

    private Path file(String content) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "bundle", ".pem"), content);
    }

    private static CaBundle read(Path file) {
        return CaBundle.read(List.of(file), CLOCK);
    }

    private static Failure assertFailure(TlsFailure expected, Path file) {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> read(file));
        assertThat(thrown.failure().code()).isEqualTo(expected.code());
        assertThat(thrown.failure().kind()).isEqualTo(FailureKind.CONNECTIVITY);
        assertThat(thrown.failure().what()).contains(file.toString());
        return thrown.failure();
    }
}
