package dev.codexrunner.jenkins.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The processes of this machine that carry a run's mark in their environment. */
final class RunnerProcesses {

    private static final Path PROC = Path.of("/proc");

    private RunnerProcesses() {}

    /** Those that are alive. */
    static Set<Long> of(String runId) {
        String mark = "\0" + RunPlace.VARIABLE + "=" + runId + "\0";
        Set<Long> pids = new TreeSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (("\0" + environment(process) + "\0").contains(mark)) {
                    pids.add(Long.parseLong(String.valueOf(process.getFileName())));
                }
            }
        } catch (IOException noProc) {
            return Set.of();
        }
        return pids;
    }

    /** Of these the ones that no other of them has started. */
    static List<ProcessHandle> roots(Set<Long> pids) {
        return handles(pids).stream()
                .filter(process -> process.parent()
                        .map(parent -> !pids.contains(parent.pid()))
                        .orElse(true))
                .collect(Collectors.toList());
    }

    static List<ProcessHandle> handles(Set<Long> pids) {
        List<ProcessHandle> handles = new ArrayList<>();
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(handles::add));
        return handles;
    }

    /** Empty for a process that is gone, is another user's, or is only waited for. */
    private static String environment(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
