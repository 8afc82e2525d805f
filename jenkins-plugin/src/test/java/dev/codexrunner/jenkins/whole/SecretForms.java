package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Secrets in each of the forms in which one could be written down, searched for byte by byte. */
final class SecretForms {

    /** How OpenBao writes the tokens of its logins, which nobody but the runner has seen. */
    private static final Pattern VAULT_TOKEN =
            Pattern.compile("(?<![A-Za-z0-9._-])s\\.[A-Za-z0-9]{24}(?![A-Za-z0-9._-])");

    private final Map<String, String> forms = new LinkedHashMap<>();

    /** All that the services were set up with. */
    static SecretForms of(Services services) throws IOException {
        SecretForms forms = new SecretForms();
        for (String name : List.of(
                "logins/runner-secret-id",
                "logins/checker-secret-id",
                "backend/token",
                "backend/token-bad-signature")) {
            forms.learn(name, services.read(name));
        }
        return forms;
    }

    void learn(String name, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.put(name, secret);
        forms.put(name + ", reversed", new StringBuilder(secret).reverse().toString());
        forms.put(name + ", in hex", HexFormat.of().formatHex(bytes));
        forms.put(name + ", in upper hex", HexFormat.of().withUpperCase().formatHex(bytes));
        forms.put(name + ", each byte in percent", percent(bytes));
        forms.put(
                name + ", in percent where needed",
                secret.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D"));
        forms.put(name + ", JSON-escaped", secret.replace("/", "\\/"));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            Arrays.fill(shifted, (byte) 'x');
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            int end = shifted.length / 3 * 4;
            int begin = shift == 0 ? 0 : 4;
            forms.put(
                    name + ", in base64, shift " + shift,
                    Base64.getEncoder().encodeToString(shifted).substring(begin, end));
            forms.put(
                    name + ", in base64 for URLs, shift " + shift,
                    Base64.getUrlEncoder().encodeToString(shifted).substring(begin, end));
        }
    }

    /** For planting: every form there is, one a line. */
    String allForms() {
        return String.join("\n", forms.values()) + "\ns." + "c4n4ry".repeat(4) + "\n";
    }

    /** So many places are found where all is planted in one file. */
    int count() {
        return forms.size() + 1;
    }

    /** Which forms stand in a text. */
    List<String> in(String text) {
        return forms.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Form and file of everything found below a folder; what is compressed by gzip is searched unpacked too. */
    Found below(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        int[] searched = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    searched[0]++;
                    String content = content(file);
                    in(content).forEach(form -> found.add(form + " in " + root.relativize(file)));
                    if (isOfJobs(root.relativize(file))
                            && VAULT_TOKEN.matcher(content).find()) {
                        found.add("a token of a login in " + root.relativize(file));
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return new Found(searched[0], found);
    }

    /** Scripts and classes of Jenkins and its plugins have words of that form. */
    private static boolean isOfJobs(Path file) {
        return !file.startsWith("plugins") && !file.startsWith("war") && !file.startsWith("remoting");
    }

    private static String content(Path file) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            if (file.toString().endsWith(".gz")) {
                try (GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
                    content += new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1);
                }
            }
            return content;
        } catch (IOException gone) {
            return "";
        }
    }

    private static String percent(byte[] bytes) {
        StringBuilder all = new StringBuilder();
        for (byte each : bytes) {
            all.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return all.toString();
    }

    /**
     * What a search came to.
     *
     * @param files how many were read
     * @param places form and file of each place
     */
    record Found(int files, List<String> places) {}
}
