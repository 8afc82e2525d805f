package dev.codexrunner.report.findings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what a path in a finding is worth. Looks at the text alone, never at a file. */
final class FindingPaths {

    /** In characters; Linux takes no longer one. */
    private static final int LONGEST = 4_096;

    private static final Pattern NOT_IN_A_PATH = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    /** What a URI's path may hold as it is. A colon isn't among them: before the first slash it would end a scheme. */
    private static final String STAYS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~!$&'()*+,;=@";

    private FindingPaths() {}

    static FindingPlace place(Optional<String> file) {
        String path = file.map(String::strip).orElse("");
        if (path.isEmpty()) {
            return new FindingPlace.Everywhere();
        }
        return onMachine(path).or(() -> inRepository(path)).orElseGet(() -> new FindingPlace.NoPlace(path));
    }

    private static Optional<FindingPlace> onMachine(String path) {
        if (isNone(path)) {
            return Optional.empty();
        }
        if (DRIVE.matcher(path).matches()) {
            return normal(path.substring(2).replace('\\', '/'))
                    .map(rest -> new FindingPlace.OnMachine(path.substring(0, 2) + "/" + rest));
        }
        return path.startsWith("/")
                ? normal(path).map(rest -> new FindingPlace.OnMachine("/" + rest))
                : Optional.empty();
    }

    /**
     * What is left without {@code .} and {@code ..} is looked at again: {@code ./C:/x} is a drive only then. A backslash is
     * refused, since on Windows, and in some viewers, it parts folders.
     */
    private static Optional<FindingPlace> inRepository(String path) {
        boolean odd = isNone(path) || path.startsWith("/") || path.indexOf('\\') >= 0;
        return odd || SCHEME.matcher(path).matches()
                ? Optional.empty()
                : normal(path).filter(FindingPaths::isOfSources).map(FindingPlace.InRepository::new);
    }

    private static boolean isNone(String path) {
        return path.length() > LONGEST
                || NOT_IN_A_PATH.matcher(path).find()
                || path.startsWith("//")
                || path.startsWith("\\\\");
    }

    /** Git's own folder holds no sources, and its hooks run; a tilde is somebody's home. */
    private static boolean isOfSources(String plain) {
        return !SCHEME.matcher(plain).matches()
                && !plain.startsWith("~")
                && Stream.of(plain.split("/", -1)).noneMatch(FindingPaths::isGitFolder);
    }

    /** Also as Windows and macOS take it: in any case, with dots or blanks behind it, or by its short name. */
    private static boolean isGitFolder(String part) {
        String name = part.toLowerCase(Locale.ROOT).replaceFirst("[. ]+$", "");
        return name.equals(".git") || name.equals("git~1");
    }

    /** Without {@code .} and {@code ..}; empty where it leads above its root, or to the root itself. */
    private static Optional<String> normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts)).filter(plain -> !plain.isEmpty());
    }

    static String percentEncoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (STAYS.indexOf(c) >= 0) {
                uri.append((char) c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", c));
            }
        }
        return uri.toString();
    }
}
