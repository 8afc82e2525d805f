package dev.codexrunner.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux tells of a process in its folder below {@code /proc}. */
record ProcFiles(Path folder) {

    private static final int STATE = 0;
    private static final int SESSION = 3;
    private static final Pattern LOCK_LIMIT = Pattern.compile("(?m)^Max file locks +(\\d+) ");

    static ProcFiles of(long pid) {
        return new ProcFiles(Path.of("/proc", Long.toString(pid)));
    }

    /** Whether it has ended and only its parent has not fetched its exit code. Java counts such a one as alive. */
    boolean isZombie() throws IOException {
        String state = stat(STATE);
        return state.equals("Z") || state.equals("X");
    }

    long session() throws IOException {
        return Long.parseLong(stat(SESSION));
    }

    /** The fields from the third on. The second is the program's name and may itself hold parentheses and spaces. */
    private String stat(int field) throws IOException {
        String stat = read("stat");
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[field];
    }

    /** The variables of its environment, as {@code NAME=value}. */
    Stream<String> environment() throws IOException {
        return Stream.of(read("environ").split("\0"));
    }

    /** The limit on file locks that it inherited; empty for none. */
    OptionalLong lockLimit() throws IOException {
        return Optional.of(LOCK_LIMIT.matcher(read("limits"))).filter(Matcher::find).stream()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }

    private String read(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1);
    }
}
