package dev.codexrunner.preflight.credentialfile;

import dev.codexrunner.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bounds what the redactor is told: its tables grow with each character, and an ordinary kubeconfig of sixty users has
 * taken all of the memory. A file that is not known in full is hidden all the same.
 */
final class LearnedValues {

    static final int MOST_VALUES_OF_A_FILE = 100;

    /** In characters. Of a longer value both ends are learned, each half as long. */
    static final int LONGEST_VALUE = 4_096;

    /** In characters, over all files. */
    static final int MOST_CHARACTERS = 64 * 1024;

    private int left = MOST_CHARACTERS;

    private LearnedValues() {}

    /** The same files with what can be learned of them, and a warning where that isn't all. */
    static List<CredentialFile> bounded(List<CredentialFile> files) {
        LearnedValues learned = new LearnedValues();
        return files.stream().map(learned::bounded).toList();
    }

    private CredentialFile bounded(CredentialFile file) {
        List<Secret> some = new ArrayList<>();
        int known = 0;
        for (Secret secret : file.credentials()) {
            String value = secret.reveal();
            int length = Math.min(value.length(), LONGEST_VALUE);
            if (known < MOST_VALUES_OF_A_FILE && length <= left) {
                left -= length;
                known++;
                ends(value).map(end -> Secret.of(secret.name(), end)).forEach(some::add);
            }
        }
        int unknown = file.credentials().size() - known;
        if (unknown == 0) {
            return new CredentialFile(file.kind(), file.path(), some, file.purpose(), file.warning());
        }
        String text = unknown + (unknown == 1 ? " value of " : " values of ") + file.path()
                + (unknown == 1 ? " is" : " are") + " not known to the redactor: there are too many to look for.";
        Optional<String> warning =
                Optional.of(file.warning().map(other -> other + " " + text).orElse(text));
        return new CredentialFile(file.kind(), file.path(), some, file.purpose(), warning);
    }

    private static Stream<String> ends(String value) {
        int half = LONGEST_VALUE / 2;
        return value.length() <= LONGEST_VALUE
                ? Stream.of(value)
                : Stream.of(value.substring(0, half), value.substring(value.length() - half));
    }
}
