package dev.codexrunner.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Looks for a token, in every form in which it could get away, in whatever a run left. */
final class LeakSearch {

    private final Map<String, String> forms = new TreeMap<>();

    private LeakSearch() {}

    /** For a token; the parts of a JWT, and the private key that it carries, are secrets of their own. */
    static LeakSearch forToken(String token) {
        LeakSearch search = new LeakSearch();
        search.learn("the token", token);
        String[] segments = token.split("\\.");
        if (segments.length == 3) {
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

    /** Every form, as an agent could print it. */
    List<String> forms() {
        return List.copyOf(forms.values());
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
        forms.put(name, secret);
        forms.put(name + " as a JSON string", escaped(secret));
        forms.put(name + " in hex", HexFormat.of().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            forms.put(name + " in base64, shift " + shift, shifted(Base64.getEncoder(), bytes, shift));
            forms.put(name + " in base64url, shift " + shift, shifted(Base64.getUrlEncoder(), bytes, shift));
        }
    }

    /** All but letters and digits as JSON's escapes. */
    private static String escaped(String secret) {
        StringBuilder text = new StringBuilder();
        secret.chars().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                text.append((char) c);
            } else {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return text.toString();
    }

    /** What is the same of its base64, whatever stands before and behind it. */
    private static String shifted(Base64.Encoder encoder, byte[] secret, int shift) {
        byte[] padded = new byte[shift + secret.length];
        System.arraycopy(secret, 0, padded, shift, secret.length);
        String text = encoder.withoutPadding().encodeToString(padded);
        int firstWhole = shift == 0 ? 0 : 4;
        int lastWhole = padded.length / 3 * 4;
        return text.substring(firstWhole, lastWhole);
    }
}
