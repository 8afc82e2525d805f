package dev.codexrunner.config;

import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a configuration file. */
final class FileLayer {

    static final int LARGEST_KIB = 64;

    private final Path file;
    private final Problems problems;
    private final UnknownNames unknown;

    FileLayer(Path file, Problems problems, UnknownNames unknown) {
        this.file = file;
        this.problems = problems;
        this.unknown = unknown;
    }

    void read(Map<Setting<?>, RawValue> into) {
        text().ifPresent(text -> new FlatYaml(file, problems).parse(text).forEach(entry -> take(entry, into)));
    }

    private void take(FlatYaml.Entry entry, Map<Setting<?>, RawValue> into) {
        String key = entry.origin().key();
        Optional<Setting<?>> named = SettingCatalogue.named(key);
        if (named.isEmpty()) {
            unknown.report(key, entry.origin(), name -> name);
            return;
        }
        Setting<?> setting = named.get();
        if (setting.secret()) {
            problems.add(
                    ConfigFailure.SECRET_IN_FILE,
                    entry.origin().describe(),
                    setting.name() + "-file",
                    setting.variable());
        } else if (entry.isList() && setting.shape() != Setting.Shape.LIST) {
            problems.add(
                    ConfigFailure.FILE_NOT_FLAT,
                    entry.origin().describe(),
                    setting.name() + ": " + setting.placeholder());
        } else {
            List<String> texts =
                    entry.isList() ? entry.texts() : setting.split(entry.texts().get(0));
            into.putIfAbsent(setting, new RawValue(texts, entry.origin()));
        }
    }

    private Optional<String> text() {
        try (InputStream in = RegularFile.open(file)) {
            byte[] bytes = in.readNBytes(LARGEST_KIB * 1024 + 1);
            if (bytes.length > LARGEST_KIB * 1024) {
                problems.add(ConfigFailure.FILE_TOO_LARGE, file, LARGEST_KIB);
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            problems.add(ConfigFailure.FILE_MALFORMED, file, "It is not encoded in UTF-8.");
        } catch (NoSuchFileException missing) {
            problems.add(ConfigFailure.FILE_UNREADABLE, file, "There is no such file.");
        } catch (IOException unreadable) {
            problems.add(ConfigFailure.FILE_UNREADABLE, file, "The system said: " + SystemReason.of(unreadable) + ".");
        }
        return Optional.empty();
    }
}
