package dev.codexrunner.changes;

import java.util.Comparator;

/** One path below a watched folder, as it stands. */
record TreeEntry(String path, FileState state) {

    /** The order of a walk that takes each folder before what is in it: name by name. */
    static final Comparator<String> ORDER = TreeEntry::compare;

    private static int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Character.compare(rank(one.charAt(i)), rank(other.charAt(i)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Before every character that a name can have. */
    private static char rank(char c) {
        return c == '/' ? 0 : c;
    }
}
