package dev.codexrunner.jenkins.report;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reports that were looked at last, read once while they are the same, and only while there is memory for them. */
final class ReadReports {

    private static final int MOST = 32;

    private static final Map<Path, Entry> ENTRIES = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Entry> eldest) {
            return size() > MOST;
        }
    };

    private ReadReports() {}

    static ReadReport of(Path report) {
        String state = state(report);
        if (state.isEmpty()) {
            return ReportReader.read(report);
        }
        Entry entry;
        synchronized (ENTRIES) {
            Entry known = ENTRIES.get(report);
            entry = known != null && known.state.equals(state) ? known : new Entry(report, state);
            ENTRIES.put(report, entry);
        }
        return entry.get();
    }

    /** Of a file that is there; another for one that was put in its place. */
    private static String state(Path report) {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(report, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file.fileKey() + " " + file.lastModifiedTime() + " " + file.size();
        } catch (IOException gone) {
            return "";
        }
    }

    /** Many that look at the same time wait for one that reads. */
    private static final class Entry {
        private final Path report;
        private final String state;
        private SoftReference<@Nullable ReadReport> read = new SoftReference<>(null);

        Entry(Path report, String state) {
            this.report = report;
            this.state = state;
        }

        synchronized ReadReport get() {
            ReadReport known = read.get();
            if (known == null) {
                known = ReportReader.read(report);
                read = new SoftReference<>(known);
            }
            return known;
        }
    }
}
