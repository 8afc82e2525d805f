package dev.codexrunner.changes;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A walk's entries on disk, in its order: what a path shares with the one before it is left out. The file is an
 * {@link UnnamedFile}.
 */
final class TreeFile implements AutoCloseable {

    private final RandomAccessFile file;

    private TreeFile(RandomAccessFile file) {
        this.file = file;
    }

    /** @param folder one that can be written */
    static TreeFile in(Path folder) throws IOException {
        return new TreeFile(UnnamedFile.in(folder, "files-before"));
    }

    /** Writes from the beginning; to be used before any reader. */
    Writer writer() throws IOException {
        return new Writer(new FileOutputStream(file.getFD()));
    }

    /** Reads from the beginning. */
    Reader reader() throws IOException {
        file.seek(0);
        return new Reader(new FileInputStream(file.getFD()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Writes entries one after the other; {@link #flush} ends it. */
    static final class Writer {

        private final DataOutputStream out;
        private String last = "";

        private Writer(OutputStream file) {
            out = new DataOutputStream(new BufferedOutputStream(file));
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
                out.writeLong(state.keptAt());
            }
            last = path;
        }

        void flush() throws IOException {
            out.flush();
        }
    }

    /** Reads them in the same order. */
    static final class Reader {

        private final DataInputStream in;
        private String last = "";

        private Reader(InputStream file) {
            in = new DataInputStream(new BufferedInputStream(file));
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
                            ? new FileState(type, mode, 0, 0, 0, 0, "", KeptContents.NOT_KEPT)
                            : new FileState(
                                    type,
                                    mode,
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong(),
                                    in.readUTF(),
                                    in.readLong())));
        }
    }
}
