package dev.codexrunner.report;

import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.RealPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses, before a run, places for {@link SharedFiles} at which something would be lost, or a writer wait for ever. */
public final class SharedFilePlaces {

    private SharedFilePlaces() {}

    /**
     * @param reportFolder where the run's own files go; empty where that isn't known
     * @param read files that the run reads, there or not
     * @throws FailureException {@link ReportFailure#SHARED_FILE_UNUSABLE}
     */
    public static void require(ReportConfig config, Optional<Path> reportFolder, List<Path> read) {
        require(
                Stream.of(config.metricsFile(), config.summaryJsonl())
                        .flatMap(Optional::stream)
                        .toList(),
                reportFolder,
                read);
    }

    /** The same of any files that are written at the end. */
    public static void require(List<Path> files, Optional<Path> reportFolder, List<Path> read) {
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            why(file, reportFolder, read).ifPresent(reason -> {
                throw unusable(file, reason);
            });
            if (files.subList(0, i).stream().anyMatch(other -> same(file, other))) {
                throw unusable(file, "It is given for two of them");
            }
        }
    }

    private static FailureException unusable(Path file, String reason) {
        return ReportFailure.SHARED_FILE_UNUSABLE.with(file, reason).asException();
    }

    private static Optional<String> why(Path file, Optional<Path> reportFolder, List<Path> read) {
        if (reportFolder.filter(folder -> isWithin(file, folder)).isPresent()) {
            return Optional.of("It lies in the report folder, among files that the run itself writes");
        }
        if (read.stream().anyMatch(input -> same(file, input))) {
            return Optional.of("The run reads it");
        }
        // A link to a file is replaced or refused when it is written; one to a pipe would be the pipe.
        boolean leadsToOther = Files.exists(file) && !Files.isRegularFile(file);
        boolean isOther = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(file);
        boolean odd = leadsToOther || isOther;
        return odd ? Optional.of("Something that is no regular file stands there") : Optional.empty();
    }

    private static boolean isWithin(Path file, Path folder) {
        Path real = RealPath.of(folder);
        return RealPath.of(file).startsWith(real) || RealPath.ofEntry(file).startsWith(real);
    }

    /** By name, through links, or as two names of one file. */
    private static boolean same(Path one, Path other) {
        try {
            return RealPath.of(one).equals(RealPath.of(other))
                    || RealPath.ofEntry(one).equals(RealPath.ofEntry(other))
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException gone) {
            return false;
        }
    }
}
