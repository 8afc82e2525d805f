package dev.codexrunner.jenkins.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The processes of this machine that carry a run's mark in their environment. */
final class RunnerProcesses {

    private static final Path PROC = Path.of("/proc");
    private static final String MARK = "\0" + RunPlace.VARIABLE + "=";

    private RunnerProcesses() {}

    /** Those that are alive, by the ids of their runs. */
    static Map<String, Set<Long>> of(Set<String> runIds) {
        Map<String, Set<Long>> pids = new TreeMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                String runId = markOf(process);
                if (runIds.contains(runId)) {
                    pids.computeIfAbsent(runId, id -> new TreeSet<>())
                            .add(Long.parseLong(String.valueOf(process.getFileName())));
                }
            }
        } catch (IOException noProc) {
            return Map.of();
        }
        return pids;
    }

    /** The run that a process belongs to; empty for none. */
    private static String markOf(Path process) {
        String environment = "\0" + environment(process) + "\0";
        int mark = environment.indexOf(MARK);
        return mark < 0
                ? ""
                : environment.substring(mark + MARK.length(), environment.indexOf('\0', mark + MARK.length()));
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
