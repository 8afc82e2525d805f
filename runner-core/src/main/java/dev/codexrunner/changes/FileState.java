package dev.codexrunner.changes;

import java.util.Arrays;

/**
 * What tells whether a file was touched. The time of its last status change is the one that no program can set.
 *
 * @param mode permission bits
 * @param modified in nanoseconds, as the other time
 * @param content digest of what it holds, or of where a link leads; empty where it wasn't read
 * @param keptAt where what it holds lies in {@link KeptContents}
 */
record FileState(
        Type type, int mode, long size, long modified, long statusChanged, long inode, String content, long keptAt) {

    enum Type {
        FILE('f'),
        FOLDER('d'),
        /** A folder that can't be looked into. */
        CLOSED_FOLDER('x'),
        LINK('l'),
        /** A pipe, a socket, a device. */
        OTHER('o');

        private final char mark;

        Type(char mark) {
            this.mark = mark;
        }

        /** For a file of ours. */
        char mark() {
            return mark;
        }

        /** @throws IllegalArgumentException for what is nobody's mark */
        static Type marked(char mark) {
            return Arrays.stream(values())
                    .filter(type -> type.mark == mark)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no type is marked " + mark));
        }

        boolean isFolder() {
            return this == FOLDER || this == CLOSED_FOLDER;
        }
    }

    boolean untouchedSince(FileState before) {
        return type == before.type
                && mode == before.mode
                && size == before.size
                && modified == before.modified
                && statusChanged == before.statusChanged
                && inode == before.inode;
    }

    FileState withContent(String digest, long kept) {
        return new FileState(type, mode, size, modified, statusChanged, inode, digest, kept);
    }
}
