package dev.codexrunner.jenkins.agent;

import hudson.FilePath;
import hudson.Util;
import hudson.remoting.VirtualChannel;
import hudson.slaves.WorkspaceList;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jenkins.MasterToSlaveFileCallable;
import org.jspecify.annotations.Nullable;

/** A run's folder on the agent, for its owner only. */
public final class RunFolder {

    /** More of a log's end tells nobody more. */
    private static final int LAST_WORDS = 8 * 1024;

    private static final int TRIES = 5;

    private RunFolder() {}

    /** Makes the folder anew with these files, by name. */
    public static void layOut(FilePath workspace, RunPlace place, Map<String, String> files)
            throws IOException, InterruptedException {
        workspace.child(place.folder()).act(new LayOut(new LinkedHashMap<>(files)));
    }

    /**
     * Of the folder beside a workspace in which a durable task will have its files, with the exit code. It may lie in a checkout.
     *
     * @throws IOException where it is a link
     */
    public static void requireNoLinkBeside(FilePath workspace) throws IOException, InterruptedException {
        FilePath temporary = WorkspaceList.tempDir(workspace);
        if (temporary != null) {
            temporary.act(new RequireFolder());
        }
    }

    /** The end of a text file; empty where there is none. */
    public static String lastWords(FilePath file) throws IOException, InterruptedException {
        return file.act(new LastWords());
    }

    /** Removes what the run had on the agent. */
    public static void remove(FilePath workspace, RunPlace place) throws IOException, InterruptedException {
        if (place.controlFolder().isPresent()) {
            workspace.child(place.controlFolder().get()).deleteRecursive();
        }
        workspace.child(place.folder()).act(new Remove());
    }

    /** Of a file on the machine that this is called on. */
    public static String lastWordsOf(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            long size = channel.size();
            channel.position(Math.max(0, size - LAST_WORDS));
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, LAST_WORDS));
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // Until it is full: a file system may give less than was asked for.
            }
            return new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
        }
    }

    private static final class Remove extends MasterToSlaveFileCallable<Void> {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Void invoke(File folder, VirtualChannel channel) throws IOException {
            if (folder.exists()) {
                Util.deleteRecursive(folder);
            }
            Path parent = folder.toPath().getParent();
            if (parent != null) {
                removeIfEmpty(parent);
            }
            return null;
        }

        private static void removeIfEmpty(Path folder) throws IOException {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException others) {
                // Other runs in this workspace have theirs there.
            }
        }
    }

    /** A folder itself, or nothing. */
    private static void requireFolder(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(Messages.RunFolder_link(folder));
        }
    }

    private static final class RequireFolder extends MasterToSlaveFileCallable<Void> {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Void invoke(File folder, VirtualChannel channel) throws IOException {
            requireFolder(folder.toPath());
            return null;
        }
    }

    private static final class LayOut extends MasterToSlaveFileCallable<Void> {

        private static final long serialVersionUID = 1;

        private final LinkedHashMap<String, String> files;

        LayOut(LinkedHashMap<String, String> files) {
            this.files = files;
        }

        @Override
        public @Nullable Void invoke(File target, VirtualChannel channel) throws IOException {
            Path folder = target.toPath();
            requireNoLinks(folder);
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Util.deleteRecursive(target);
            }
            make(folder, Objects.requireNonNull(folder.getParent(), "a run's folder lies in another"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
            return null;
        }

        /**
         * Neither the folder beside the workspace nor the one of the runs in it: they could lead to where codex may write, or
         * another team has its files.
         */
        private static void requireNoLinks(Path folder) throws IOException {
            Path runs = Objects.requireNonNull(folder.getParent(), "a run's folder lies in another");
            Path temporary = Objects.requireNonNull(runs.getParent(), "and that one beside the workspace");
            requireFolder(temporary);
            requireFolder(runs);
        }

        private static void make(Path folder, Path parent) throws IOException {
            for (int left = TRIES; ; left--) {
                Files.createDirectories(parent);
                try {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                    return;
                } catch (NoSuchFileException removed) {
                    // Another run was its last one just then.
                    if (left == 0) {
                        throw removed;
                    }
                }
            }
        }

        private static void write(Path file, String text) throws IOException {
            Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (SeekableByteChannel channel = Files.newByteChannel(
                    file, fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }
    }

    private static final class LastWords extends MasterToSlaveFileCallable<String> {

        private static final long serialVersionUID = 1;

        @Override
        public String invoke(File file, VirtualChannel channel) throws IOException {
            return lastWordsOf(file.toPath());
        }
    }
}
