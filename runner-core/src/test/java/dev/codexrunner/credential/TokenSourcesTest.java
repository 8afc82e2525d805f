package dev.codexrunner.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.config.TokenConfig;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSourcesTest {

    private static final String VALUE = "at-some-token-of-a-test";

    private final Path folder;

    TokenSourcesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_variable_that_is_unset_and_one_that_is_empty_are_told_apart() {
        assertThat(new EnvTokenSource("MY_TOKEN", Map.of("MY_TOKEN", VALUE)).fetch())
                .isEqualTo(fetched(VALUE, TokenSourceKind.ENV));
        assertFailure(TokenSourceFailure.TOKEN_VARIABLE_UNSET, new EnvTokenSource("MY_TOKEN", Map.of()));
        Failure empty = assertFailure(
                TokenSourceFailure.TOKEN_VARIABLE_EMPTY, new EnvTokenSource("MY_TOKEN", Map.of("MY_TOKEN", "")));
        assertThat(empty.what()).contains("MY_TOKEN");
    }

    @Test
    void a_private_file_is_read_as_it_is() throws Exception {
        assertThat(new FileTokenSource(file(VALUE + "\n", "rw-------")).fetch())
                .isEqualTo(fetched(VALUE + "\n", TokenSourceKind.FILE));
        assertThat(new FileTokenSource(file(VALUE, "r--------")).fetch().token().reveal())
                .isEqualTo(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx"})
    void a_file_that_others_can_read_or_write_is_refused(String mode) throws Exception {
        Failure failure = assertFailure(TokenSourceFailure.TOKEN_FILE_EXPOSED, new FileTokenSource(file(VALUE, mode)));
        assertThat(failure.fix()).contains("chmod 600");
        assertThat(failure.toString()).doesNotContain(VALUE);
    }

    @Test
    void a_file_of_another_user_is_refused_but_roots_is_not() throws Exception {
        Path file = file(VALUE, "rw-------");
        long owner = Integer.toUnsignedLong(
                (int) Optional.ofNullable(Files.getAttribute(file, "unix:uid")).orElseThrow());
        FileGuard somebodyElse = new FileGuard(owner + 1);
        if (owner == 0) {
            assertThat(new FileTokenSource(file, somebodyElse).fetch().token().reveal())
                    .isEqualTo(VALUE);
        } else {
            assertFailure(TokenSourceFailure.TOKEN_FILE_FOREIGN, new FileTokenSource(file, somebodyElse));
        }
    }

    @Test
    void a_link_is_followed_and_what_it_leads_to_is_checked() throws Exception {
        Path good = Files.createSymbolicLink(folder.resolve("good"), file(VALUE, "rw-------"));
        assertThat(new FileTokenSource(good).fetch().token().reveal()).isEqualTo(VALUE);
        Path exposed = Files.createSymbolicLink(folder.resolve("exposed"), file(VALUE, "rw-r--r--"));
        assertFailure(TokenSourceFailure.TOKEN_FILE_EXPOSED, new FileTokenSource(exposed));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("gone"));
        assertFailure(TokenSourceFailure.TOKEN_FILE_MISSING, new FileTokenSource(dangling));
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        assertFailure(TokenSourceFailure.TOKEN_FILE_UNREADABLE, new FileTokenSource(loop));
    }

    @Test
    void what_is_no_regular_file_is_not_opened() throws Exception {
        assertFailure(TokenSourceFailure.TOKEN_FILE_NOT_REGULAR, new FileTokenSource(folder));
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", "-m", "600", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertFailure(TokenSourceFailure.TOKEN_FILE_NOT_REGULAR, new FileTokenSource(pipe));
    }

    /** What a shell makes of {@code --token-file <(pass ...)}. */
    @Test
    void a_pipe_without_a_name_is_a_pipe_and_not_a_missing_file() throws Exception {
        Process reader = new ProcessBuilder("cat").start();
        try {
            Path pipe = Path.of("/proc", String.valueOf(reader.pid()), "fd", "0");
            assertFailure(TokenSourceFailure.TOKEN_FILE_NOT_REGULAR, new FileTokenSource(pipe));
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_missing_an_empty_and_a_huge_file_are_named() throws Exception {
        assertFailure(TokenSourceFailure.TOKEN_FILE_MISSING, new FileTokenSource(folder.resolve("gone")));
        assertFailure(TokenSourceFailure.TOKEN_FILE_EMPTY, new FileTokenSource(file("\n", "rw-------")));
        assertFailure(
                TokenSourceFailure.TOKEN_FILE_TOO_LARGE, new FileTokenSource(file("x".repeat(70_000), "rw-------")));
    }

    @Test
    void standard_input_is_one_line() {
        assertThat(new StdinTokenSource(stream(VALUE + "\n")).fetch())
                .isEqualTo(fetched(VALUE + "\n", TokenSourceKind.STDIN));
        assertFailure(TokenSourceFailure.TOKEN_STDIN_EMPTY, new StdinTokenSource(stream("\n")));
        assertFailure(TokenSourceFailure.TOKEN_STDIN_SEVERAL_LINES, new StdinTokenSource(stream(VALUE + "\nmore\n")));
    }

    @Test
    void standard_input_is_bounded_even_where_it_never_ends() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                java.util.Arrays.fill(bytes, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertFailure(TokenSourceFailure.TOKEN_STDIN_TOO_LARGE, new StdinTokenSource(endless));
    }

    @Test
    void standard_input_that_breaks_is_named_without_the_systems_words() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(VALUE);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException(VALUE);
            }
        };
        Failure failure = assertFailure(TokenSourceFailure.TOKEN_STDIN_UNREADABLE, new StdinTokenSource(broken));
        assertThat(failure.toString()).doesNotContain(VALUE);
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_leads_to_its_source_and_only_vault_asks_for_vault(TokenSourceKind kind) throws Exception {
        TokenConfig config = new TokenConfig(
                kind, TokenKind.ACCESS_TOKEN, Optional.of(file(VALUE, "rw-------")), "T", Optional.empty());
        TokenSource source = TokenSources.of(config, Map.of("T", VALUE), stream(VALUE), () -> {
            assertThat(kind).isEqualTo(TokenSourceKind.VAULT);
            return () -> fetched(VALUE, TokenSourceKind.VAULT);
        });
        assertThat(source.fetch()).isEqualTo(fetched(VALUE, kind));
    }

    @Test
    void the_source_file_needs_a_file() {
        TokenConfig config =
                new TokenConfig(TokenSourceKind.FILE, TokenKind.ACCESS_TOKEN, Optional.empty(), "T", Optional.empty());
        FailureException thrown = catchThrowableOfType(
                FailureException.class,
                () -> TokenSources.of(config, Map.of(), stream(""), () -> {
                    throw new AssertionError("not asked for");
                }));
        assertThat(thrown.failure().code()).isEqualTo("token-file-not-given");
    }

    private Path file(String content, String mode) throws IOException {
        Path file = Files.createTempFile(folder, "token", "");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FetchedToken fetched(String value, TokenSourceKind kind) {
        return new FetchedToken(Secret.of("access-token", value), CredentialOrigin.of(kind));
    }

    private static Failure assertFailure(TokenSourceFailure expected, TokenSource source) {
        FailureException thrown = catchThrowableOfType(FailureException.class, source::fetch);
        assertThat(thrown.failure().code()).isEqualTo(expected.code());
        assertThat(thrown.failure().kind()).isEqualTo(FailureKind.SECRET_SOURCE);
        return thrown.failure();
    }
}
