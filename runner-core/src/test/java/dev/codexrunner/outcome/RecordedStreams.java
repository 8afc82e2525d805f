package dev.codexrunner.outcome;

import dev.codexrunner.journal.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Streams that the real codex wrote: NAME.jsonl, NAME.stderr, NAME.exit. */
public final class RecordedStreams {

    public static final Path FOLDER =
            Path.of(System.getProperty("codexrunner.root"), "runner-core/src/test/resources/streams/codex-0.169.0");

    private RecordedStreams() {}

    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.substring(0, name.length() - ".jsonl".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Replay replay(String name, Requirements requirements) {
        return Replay.of(
                FOLDER.resolve(name + ".jsonl"),
                Optional.of(FOLDER.resolve(name + ".stderr")),
                CodexExit.exited(Integer.parseInt(text(name + ".exit").strip())),
                requirements,
                Optional.empty(),
                Optional.empty());
    }

    public static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }
}
