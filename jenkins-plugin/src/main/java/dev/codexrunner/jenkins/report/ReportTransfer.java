package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.masking.LogMask;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jenkins.MasterToSlaveFileCallable;

/** Copies a report folder from the agent, file by file in bounds: whoever owns the agent may have put anything there. */
final class ReportTransfer {

    private ReportTransfer() {}

    /** @return what was left out and why, a sentence for each */
    static List<String> copy(FilePath from, Path to, LogMask secrets) throws IOException, InterruptedException {
        List<String> leftOut = new ArrayList<>();
        Map<String, Long> sizes = from.act(new Sizes(ReportFiles.NAMES));
        for (String name : ReportFiles.NAMES) {
            Long size = sizes.get(name);
            if (size != null
                    && !copied(
                            from.child(name), to.resolve(name), size, ReportFiles.most(name), masking(name, secrets))) {
                leftOut.add(Messages.ReportTransfer_large(name, ReportFiles.most(name) >> 20));
            }
        }
        return leftOut;
    }

    private static UnaryOperator<OutputStream> masking(String name, LogMask secrets) {
        return ReportFiles.isJson(name) ? secrets::maskingJson : secrets::maskingText;
    }

    private static boolean copied(FilePath file, Path to, long size, long most, UnaryOperator<OutputStream> masking)
            throws IOException, InterruptedException {
        if (size > most) {
            return false;
        }
        try (InputStream in = file.read()) {
            return stored(in, to, most, masking);
        }
    }

    /**
     * Whether it was kept, at once and as a whole. An agent told its size, so that what really comes is counted.
     *
     * @param most in bytes
     */
    static boolean stored(InputStream in, Path to, long most, UnaryOperator<OutputStream> masking) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        Files.deleteIfExists(part);
        boolean kept;
        try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = masking.apply(new BufferedOutputStream(file))) {
            kept = copied(in, out, most);
        }
        if (kept) {
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(part);
        }
        return kept;
    }

    private static boolean copied(InputStream in, OutputStream out, long most) throws IOException {
        byte[] block = new byte[64 * 1024];
        long written = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            written += read;
            if (written > most) {
                return false;
            }
            out.write(block, 0, read);
        }
        return true;
    }

    /** On the agent: which of the files are there, and how large. A link is none. */
    private static final class Sizes extends MasterToSlaveFileCallable<HashMap<String, Long>> {
        private static final long serialVersionUID = 1;

        private final ArrayList<String> names;

        Sizes(List<String> names) {
            this.names = new ArrayList<>(names);
        }

        @Override
        public HashMap<String, Long> invoke(File folder, VirtualChannel channel) throws IOException {
            HashMap<String, Long> sizes = new HashMap<>();
            for (String name : names) {
                Path file = folder.toPath().resolve(name);
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    sizes.put(name, Files.size(file));
                }
            }
            return sizes;
        }
    }
}
