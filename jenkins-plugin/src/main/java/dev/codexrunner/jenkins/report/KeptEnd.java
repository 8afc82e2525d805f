package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.BuildEffect;
import hudson.model.Run;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * How a run ended, kept in its build's folder before anybody is told. A controller that dies before the Pipeline's own state
 * holds the end comes to it again, and what the agent says then, or no longer says, must not make anything better.
 */
@Restricted(NoExternalUse.class)
public final class KeptEnd {

    private static final String FILE = "end.properties";
    private static final String EXIT_CODE = "exit-code";
    private static final String EFFECT = "effect";
    private static final String MESSAGE = "message";

    private final Path file;

    private KeptEnd(Path file) {
        this.file = file;
    }

    /** @throws IOException where the build's folder can't be written */
    public static KeptEnd of(Run<?, ?> run, String stepId) throws IOException {
        return new KeptEnd(StoredReports.of(run).made(stepId).resolve(FILE));
    }

    /** Keeps the first exit code that is known, on the disk; a later one changes nothing. */
    public void exitCode(int exitCode) throws IOException {
        if (exitCode().isEmpty()) {
            Properties end = read();
            end.setProperty(EXIT_CODE, Integer.toString(exitCode));
            write(end);
        }
    }

    public OptionalInt exitCode() throws IOException {
        String kept = read().getProperty(EXIT_CODE);
        try {
            return kept == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(kept));
        } catch (NumberFormatException e) {
            throw new IOException(Messages.KeptEnd_broken(file), e);
        }
    }

    /** Keeps what came of the run; the first stays. */
    public void effect(BuildEffect effect, String message) throws IOException {
        if (effect().isEmpty()) {
            Properties end = read();
            end.setProperty(EFFECT, effect.name());
            end.setProperty(MESSAGE, message);
            write(end);
        }
    }

    /** Empty where the run was not yet judged. */
    public Optional<BuildEffect> effect() throws IOException {
        String kept = read().getProperty(EFFECT);
        Optional<BuildEffect> effect = Arrays.stream(BuildEffect.values())
                .filter(each -> each.name().equals(kept))
                .findFirst();
        if (kept != null && effect.isEmpty()) {
            throw new IOException(Messages.KeptEnd_broken(file));
        }
        return effect;
    }

    public String message() throws IOException {
        return read().getProperty(MESSAGE, "");
    }

    private Properties read() throws IOException {
        Properties end = new Properties();
        try {
            end.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException none) {
            return end;
        } catch (IllegalArgumentException e) {
            throw new IOException(Messages.KeptEnd_broken(file), e);
        }
        return end;
    }

    /** All of it or nothing, and on the disk itself. */
    private void write(Properties end) throws IOException {
        Path part = file.resolveSibling(FILE + ".part");
        try (FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                Writer text = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
            end.store(text, null);
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
