package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.masking.LogMask;
import dev.codexrunner.jenkins.result.ReportView;
import hudson.FilePath;
import hudson.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reports of a build's runs, in {@code codex-runner/<step id>/} of the build's folder. */
public final class StoredReports {

    private static final String FOLDER = "codex-runner";
    private static final String REPORT = "report.json";
    private static final String REPLAYED = "replayed";

    /** No dot at the front, no separator: nothing of it leads out of the folder. */
    private static final Pattern STEP_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private final Path root;

    private StoredReports(Path root) {
        this.root = root;
    }

    public static StoredReports of(Run<?, ?> run) {
        return in(run.getRootDir().toPath());
    }

    static StoredReports in(Path buildFolder) {
        return new StoredReports(buildFolder.resolve(FOLDER));
    }

    /**
     * What was kept of a run.
     *
     * @param leftOut what was not, and why, a sentence for each
     */
    public record Kept(ReadReport report, List<String> leftOut) {
        public Kept {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Copies a run's report from its agent. Takes the runner's files by their names, no links, and each only up to a bound.
     * Can be repeated. Not for the thread that runs Pipelines: it waits for the agent.
     *
     * @param secrets of the build: a run may have seen those of another step, of which its runner knew nothing
     * @throws IOException where the agent can't be reached, the build's folder can't be written, or the id is none
     */
    public Kept keep(String stepId, FilePath reportFolder, LogMask secrets) throws IOException, InterruptedException {
        Path folder = made(stepId);
        List<String> leftOut = ReportTransfer.copy(reportFolder, folder, secrets);
        if (!leftOut.isEmpty()) {
            Files.write(folder.resolve(ReportFiles.LEFT_OUT), leftOut);
        }
        return new Kept(report(stepId), leftOut);
    }

    /** The same for a report that was made of a run's record, as its runner came to none; nobody is to take it for that one's. */
    public Kept keepReplayed(String stepId, FilePath reportFolder, LogMask secrets)
            throws IOException, InterruptedException {
        Files.writeString(made(stepId).resolve(REPLAYED), "");
        return keep(stepId, reportFolder, secrets);
    }

    public boolean isReplayed(String stepId) {
        return folder(stepId)
                .map(folder -> Files.exists(folder.resolve(REPLAYED)))
                .orElse(false);
    }

    /** Keeps report.json alone, up to its bound. */
    public void store(String stepId, InputStream reportJson) throws IOException {
        Path report = made(stepId).resolve(REPORT);
        if (!ReportTransfer.stored(reportJson, report, ReportFiles.most(REPORT), out -> out)) {
            throw new IOException(Messages.StoredReports_tooLarge());
        }
    }

    public boolean has(String stepId) {
        return file(stepId, REPORT).isPresent();
    }

    /** Empty where there is none, or none that can be read: {@link #report} says why. */
    public Optional<ReportView> read(String stepId) {
        return report(stepId) instanceof ReadReport.Readable readable ? Optional.of(readable.view()) : Optional.empty();
    }

    public ReadReport report(String stepId) {
        return file(stepId, REPORT)
                .map(ReportReader::read)
                .orElseGet(() -> new ReadReport.Unreadable(Messages.ReportReader_none()));
    }

    /** A file of a run by its plain name; empty where there is none, or it is a link. */
    public Optional<Path> file(String stepId, String name) {
        return folder(stepId)
                .filter(folder -> ReportFiles.NAMES.contains(name) || name.equals(ReportFiles.LEFT_OUT))
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Names of the files that are there, the most telling first. */
    public List<String> files(String stepId) {
        List<String> files = new ArrayList<>(ReportFiles.NAMES);
        files.add(ReportFiles.LEFT_OUT);
        files.removeIf(name -> file(stepId, name).isEmpty());
        return files;
    }

    /** The folder of a run's report; empty where there is none. */
    public Optional<Path> folder(String stepId) {
        if (!isStepId(stepId) || Files.isSymbolicLink(root)) {
            return Optional.empty();
        }
        Path folder = root.resolve(stepId);
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) ? Optional.of(folder) : Optional.empty();
    }

    /** In no order that means anything. */
    public List<String> stepIds() {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            folders.forEach(folder -> ids.add(String.valueOf(folder.getFileName())));
        } catch (IOException none) {
            return List.of();
        }
        ids.removeIf(id -> folder(id).isEmpty());
        return ids.stream().sorted().toList();
    }

    private Path made(String stepId) throws IOException {
        if (!isStepId(stepId)) {
            throw new IOException(Messages.StoredReports_noStepId(stepId));
        }
        Path folder = root.resolve(stepId);
        if (Files.isSymbolicLink(root) || Files.isSymbolicLink(folder)) {
            throw new IOException(Messages.StoredReports_link(folder));
        }
        return Files.createDirectories(folder);
    }

    static boolean isStepId(String stepId) {
        return STEP_ID.matcher(stepId).matches();
    }
}
