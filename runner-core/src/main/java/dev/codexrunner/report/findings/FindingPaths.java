package dev.codexrunner.report.findings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
        boolean otherMachine = path.startsWith("//") || path.startsWith("\\\\");
        if (path.length() > LONGEST || NOT_IN_A_PATH.matcher(path).find() || otherMachine) {
            return new FindingPlace.NoPlace(path);
        }
        if (DRIVE.matcher(path).matches()) {
            return normal(path.substring(2).replace('\\', '/'))
                    .<FindingPlace>map(rest -> new FindingPlace.OnMachine(path.substring(0, 2) + "/" + rest))
                    .orElseGet(() -> new FindingPlace.NoPlace(path));
        }
        if (SCHEME.matcher(path).matches()) {
            return new FindingPlace.NoPlace(path);
        }
        return normal(path)
                .<FindingPlace>map(plain -> path.startsWith("/")
                        ? new FindingPlace.OnMachine("/" + plain)
                        : new FindingPlace.InRepository(plain))
                .orElseGet(() -> new FindingPlace.NoPlace(path));
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
