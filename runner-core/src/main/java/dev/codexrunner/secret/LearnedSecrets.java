package dev.codexrunner.secret;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the redactor was told of, within bounds: what they are looked for as takes memory for each character. Where there
 * is more, the shortest count, so that no large file pushes a token out.
 */
final class LearnedSecrets {

    /** In characters, of all secrets together. */
    static final int MOST = 128 * 1024;

    /** In characters, of the secrets also known in base64 and base32, which takes seven times the memory. */
    static final int MOST_ENCODED = 32 * 1024;

    private static final int LONGEST_NAME = 40;

    /** By their values, as they came. */
    private final Map<String, Secret> byValue = new LinkedHashMap<>();

    /** False if it was known already. */
    boolean add(Secret secret) {
        return byValue.putIfAbsent(secret.reveal(), secret) == null;
    }

    /** What is looked for; takes time and memory. */
    KnownForms forms() {
        Set<Secret> known = shortest(MOST);
        Set<Secret> encoded = shortest(MOST_ENCODED);
        Set<Spelling> asWritten = new LinkedHashSet<>();
        Set<Spelling> joined = new LinkedHashSet<>();
        boolean looksEscaped = false;
        for (Secret secret : byValue.values()) {
            if (known.contains(secret)) {
                Spellings spellings = Spellings.of(secret, label(secret.name()), encoded.contains(secret));
                asWritten.addAll(spellings.asWritten());
                joined.addAll(spellings.joined());
                looksEscaped |= spellings.looksEscaped();
            }
        }
        return new KnownForms(asWritten, joined, looksEscaped);
    }

    /** Names of those that are known in part or not at all. */
    List<String> tooMuch() {
        Set<Secret> known = shortest(MOST);
        return byValue.values().stream()
                .filter(secret -> !known.contains(secret) || LongSecret.isCut(secret.length()))
                .map(Secret::name)
                .distinct()
                .toList();
    }

    private Set<Secret> shortest(int most) {
        Set<Secret> fitting = Collections.newSetFromMap(new IdentityHashMap<>());
        int left = most;
        for (Secret secret : byValue.values().stream()
                .sorted(Comparator.comparingInt(Secret::length))
                .toList()) {
            left -= LongSecret.known(secret.length());
            if (left < 0) {
                break;
            }
            fitting.add(secret);
        }
        return fitting;
    }

    /** Safe inside a JSON string, a URL and a shell word. */
    private static String label(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
        return safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
    }
}
