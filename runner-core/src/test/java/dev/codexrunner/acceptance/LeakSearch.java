package dev.codexrunner.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Looks for a token, in every form in which it could get away, in whatever a run left. */
final class LeakSearch {

    /** What is searched for, by its name. */
    private final Map<String, String> forms = new TreeMap<>();

    private final Set<String> names = new TreeSet<>();

    /** What an agent would print: whole, where a form is only what is always the same of it. */
    private final List<String> printed = new ArrayList<>();

    private static final int SHORTEST_LINE = 16;

    private LeakSearch() {}

    /** For nothing yet. */
    static LeakSearch forNothing() {
        return new LeakSearch();
    }

    /** For a token; the parts of a JWT, and the private key that it carries, are secrets of their own. */
    static LeakSearch forToken(String token) {
        LeakSearch search = new LeakSearch();
        search.learn("the token", token);
        String[] segments = token.split("\\.", -1);
        if (segments.length == 3) {
            search.learn("the JWT's header", segments[0]);
            search.learn("the JWT's payload", segments[1]);
            search.learn("the JWT's signature", segments[2]);
            String key = JsonMapper.shared()
                    .readTree(Base64.getUrlDecoder().decode(segments[1]))
                    .path("agent_private_key")
                    .asString("");
            if (key.isEmpty()) {
                throw new IllegalArgumentException("the JWT carries no private key");
            }
            search.learn("the private key", key);
        }
        return search;
    }

    /** Looks for another secret too, in the same forms. */
    LeakSearch and(String name, String secret) {
        learn(name, secret);
        return this;
    }

    /** Looks for another one that stands on several lines, by each of its lines: a key in PEM. */
    LeakSearch andLines(String name, String secret) {
        List<String> lines = secret.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(name + " has no line to look for");
        }
        for (int number = 0; number < lines.size(); number++) {
            learn(name + ", line " + (number + 1), lines.get(number));
        }
        return this;
    }

    /** Looks for all that the other one looks for, too. */
    LeakSearch and(LeakSearch other) {
        names.addAll(other.names);
        forms.putAll(other.forms);
        printed.addAll(other.printed);
        return this;
    }

    /** Every form, as an agent could print it, one a line. */
    String printed() {
        return String.join("\n", printed);
    }

    /** The names of all that is looked for. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    /** Where it was found: form and place; empty when nowhere. */
    List<String> in(Path... roots) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    in(content).forEach(form -> found.add(form + " in " + file));
                }
            }
        }
        return found;
    }

    /** Which forms stand in that text. */
    List<String> in(String text) {
        return forms.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void learn(String name, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        names.add(name);
        learn(name, secret, secret);
        learn(name + " as a JSON string", secret.replace("/", "\\/"), secret.replace("/", "\\/"));
        String hex = HexFormat.of().formatHex(bytes);
        learn(name + " in hex", hex, hex);
        for (int shift = 0; shift < 3; shift++) {
            byte[] behind = behind(shift, bytes);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String whole = encoder.encodeToString(behind);
                String form =
                        name + " in base64, shift " + shift + (encoder == Base64.getEncoder() ? "" : ", for URLs");
                learn(form, whole.substring(shift == 0 ? 0 : 4, behind.length / 3 * 4), whole);
            }
        }
    }

    private void learn(String name, String searched, String whole) {
        forms.put(name, searched);
        printed.add(whole);
    }

    /** The secret behind so many other bytes: base64 has three ways to write it. */
    private static byte[] behind(int others, byte[] secret) {
        byte[] all = new byte[others + secret.length];
        java.util.Arrays.fill(all, (byte) 'x');
        System.arraycopy(secret, 0, all, others, secret.length);
        return all;
    }
}
