package dev.codexrunner.preflight.credentialfile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a user's files lie. A variable that moves a file adds a place: the file that lies where it always did holds a
 * credential, too.
 *
 * @param environment the runner's
 * @param home empty where the user has none
 */
record UserPlaces(Map<String, String> environment, Optional<Path> home) {

    /** Files that the variable names, be it one or a list parted by {@code :}, and those files of the home folder. */
    Stream<Path> files(String variable, String... otherwise) {
        return Stream.concat(named(variable), inHome(otherwise)).distinct();
    }

    /** That file in the folder that the variable names, and in that folder of the home folder. */
    Stream<Path> under(String variable, String folder, String file) {
        return Stream.concat(named(variable), inHome(folder))
                .map(base -> base.resolve(file))
                .distinct();
    }

    /** That file in the folder for settings. */
    Stream<Path> inSettings(String file) {
        return under("XDG_CONFIG_HOME", ".config", file);
    }

    Stream<Path> inHome(String... files) {
        return home.stream().flatMap(folder -> Stream.of(files).map(folder::resolve));
    }

    /** In whatever case: npm takes its variables so. A relative path is one of the folder that we run in. */
    private Stream<Path> named(String variable) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(variable))
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.getValue()), Stream.of(entry.getValue().split(":", -1))))
                .filter(text -> !text.isBlank())
                .flatMap(text -> path(text).stream());
    }

    private Optional<Path> path(String text) {
        try {
            return text.startsWith("~/")
                    ? home.map(folder -> folder.resolve(text.substring(2)))
                    : Optional.of(Path.of(text).toAbsolutePath());
        } catch (InvalidPathException strange) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "UserPlaces[home=" + home + "]";
    }
}
