package dev.codexrunner.changes;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A walk's entries on disk, in its order: what a path shares with the one before it is left out. */
final class TreeFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private TreeFile() {}

    /** Writes entries one after the other. */
    static final class Writer implements AutoCloseable {

        private final DataOutputStream out;
        private String last = "";

        /** @param file a new one */
        Writer(Path file) throws IOException {
            Files.createFile(file, OWNER_ONLY);
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE)));
        }

        void write(TreeEntry entry) throws IOException {
            String path = entry.path();
            int shared = 0;
            int most = Math.min(path.length(), last.length());
            while (shared < most && path.charAt(shared) == last.charAt(shared)) {
                shared++;
            }
            FileState state = entry.state();
            out.writeShort(shared);
            out.writeUTF(path.substring(shared));
            out.writeChar(state.type().mark());
            out.writeShort(state.mode());
            if (!state.type().isFolder()) {
                out.writeLong(state.size());
                out.writeLong(state.modified());
                out.writeLong(state.statusChanged());
                out.writeLong(state.inode());
                out.writeUTF(state.content());
            }
            last = path;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads them in the same order. */
    static final class Reader implements AutoCloseable {

        private final DataInputStream in;
        private String last = "";

        Reader(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        }

        /** The next one; empty at the end. */
        Optional<TreeEntry> next() throws IOException {
            int shared;
            try {
                shared = in.readUnsignedShort();
            } catch (EOFException end) {
                return Optional.empty();
            }
            last = last.substring(0, shared) + in.readUTF();
            FileState.Type type = FileState.Type.marked(in.readChar());
            int mode = in.readShort();
            return Optional.of(new TreeEntry(
                    last,
                    type.isFolder()
                            ? new FileState(type, mode, 0, 0, 0, 0, "")
                            : new FileState(
                                    type,
                                    mode,
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong(),
                                    in.readUTF())));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
