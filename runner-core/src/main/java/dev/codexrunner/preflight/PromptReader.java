package dev.codexrunner.preflight;

import dev.codexrunner.config.ConfigFailure;
import dev.codexrunner.config.PromptSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the prompt, and refuses what codex would choke on. */
public final class PromptReader {

    /** Far beyond any model's context window. */
    static final int LARGEST_MIB = 16;

    private static final int LARGEST_BYTES = LARGEST_MIB * 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PromptReader() {}

    /**
     * The prompt's text, as it was given but for a byte order mark at its front.
     *
     * @param source where it comes from; empty if nothing was given
     * @param standardInput read to its end where the source says so
     * @throws dev.codexrunner.failure.FailureException {@link PromptFailure}
     */
    public static String read(Optional<PromptSource> source, InputStream standardInput) {
        PromptSource given =
                source.orElseThrow(() -> ConfigFailure.PROMPT_NOT_GIVEN.with().asException());
        String origin = origin(given);
        String prompt =
                given instanceof PromptSource.Text text ? text.prompt() : decode(bytes(given, standardInput), origin);
        if (prompt.isBlank()) {
            throw PromptFailure.PROMPT_EMPTY.with(origin).asException();
        }
        return prompt.startsWith(BYTE_ORDER_MARK) ? prompt.substring(1) : prompt;
    }

    private static String origin(PromptSource source) {
        if (source instanceof PromptSource.File file) {
            return file.path().toString();
        }
        return source instanceof PromptSource.StandardInput ? "standard input" : "the argument";
    }

    private static byte[] bytes(PromptSource source, InputStream standardInput) {
        String origin = origin(source);
        try (InputStream in = source instanceof PromptSource.File file ? open(file.path()) : standardInput) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw PromptFailure.PROMPT_TOO_LARGE.with(origin, LARGEST_MIB).asException();
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw PromptFailure.PROMPT_UNREADABLE
                    .with(origin, "there is no such file")
                    .asException();
        } catch (AccessDeniedException e) {
            throw PromptFailure.PROMPT_UNREADABLE
                    .with(origin, "permission denied")
                    .asException();
        } catch (IOException e) {
            throw PromptFailure.PROMPT_UNREADABLE.with(origin, "reading failed").asException();
        }
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw PromptFailure.PROMPT_UNREADABLE.with(file, "it is a folder").asException();
        }
        return Files.newInputStream(file);
    }

    private static String decode(byte[] bytes, String origin) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError() || indexOfNul(bytes) >= 0) {
            int at = result.isError() ? in.position() : indexOfNul(bytes);
            throw PromptFailure.PROMPT_NOT_TEXT.with(origin, at).asException();
        }
        return out.flip().toString();
    }

    private static int indexOfNul(byte[] bytes) {
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == 0) {
                return index;
            }
        }
        return -1;
    }
}
