package dev.codexrunner.launch;

import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the codex program, and refuses one that the agent or another user could have changed. */
final class CodexLocation {

    private static final Pattern PATH_SEPARATOR = Pattern.compile(":");

    private CodexLocation() {}

    /**
     * The native program, without links.
     *
     * @param given a program or an npm folder; empty to look along PATH
     * @param env the runner's environment
     * @param agentFolders folders that the agent may change
     * @throws dev.codexrunner.failure.FailureException when there is none, or it can't be trusted
     */
    static Path find(Optional<Path> given, Map<String, String> env, List<Path> agentFolders) {
        Path found = given.map(Path::toAbsolutePath).orElseGet(() -> onPath(env));
        if (!Files.exists(found)) {
            throw LaunchFailure.CODEX_NOT_FOUND.with(found).asException();
        }
        try {
            Path program = nativeProgram(found.toRealPath()).toRealPath();
            if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
                throw LaunchFailure.CODEX_NOT_EXECUTABLE.with(program).asException();
            }
            outside(found.normalize(), agentFolders);
            outside(program, agentFolders);
            trusted(program);
            return program;
        } catch (IOException e) {
            throw LaunchFailure.CODEX_NOT_FOUND
                    .with(found + " (" + SystemReason.of(e) + ")")
                    .asException();
        }
    }

    private static Path onPath(Map<String, String> env) {
        String path = env.getOrDefault("PATH", "");
        return PATH_SEPARATOR
                .splitAsStream(path)
                .filter(entry -> entry.startsWith("/"))
                .map(entry -> Path.of(entry, "codex"))
                .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
                .findFirst()
                .orElseThrow(() -> LaunchFailure.CODEX_NOT_FOUND
                        .with(path.isEmpty() ? "PATH, which is empty" : "every folder of PATH (" + path + ")")
                        .asException());
    }

    private static Path nativeProgram(Path found) {
        NativePackage platform = NativePackage.ofThisMachine();
        Optional<Path> wrapper = NativePackage.wrapper(found);
        if (wrapper.isPresent()) {
            return platform.behind(wrapper.get())
                    .orElseThrow(() -> LaunchFailure.CODEX_NATIVE_MISSING
                            .with(wrapper.get(), "@openai/" + platform.name())
                            .asException());
        }
        // Any other program is taken as it is: a build of one's own, or a wrapper that somebody wrote on purpose.
        return platform.inPlatformPackage(found).orElse(found);
    }

    private static void outside(Path program, List<Path> agentFolders) throws IOException {
        for (Path folder : agentFolders) {
            Path real = Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            if (program.startsWith(real) || program.startsWith(folder)) {
                throw LaunchFailure.CODEX_INSIDE_WORKING_FOLDER
                        .with(program, folder)
                        .asException();
            }
        }
    }

    private static boolean isVendored(Path target) {
        Path vendor = target.getParent();
        return vendor != null && vendor.endsWith("vendor");
    }

    /** The program with the folders above it, and what lies beside it in the platform package, which codex starts. */
    private static void trusted(Path program) throws IOException {
        Optional<FileTrust.Finding> finding = FileTrust.weakestAbove(program);
        Path target = program.resolve("../..").normalize();
        if (finding.isEmpty() && isVendored(target)) {
            finding = FileTrust.weakestBelow(target);
        }
        finding.ifPresent(weak -> {
            LaunchFailure failure = switch (weak.weakness()) {
                case WRITABLE_BY_OTHERS -> LaunchFailure.CODEX_WRITABLE_BY_OTHERS;
                case FOREIGN_OWNER -> LaunchFailure.CODEX_FOREIGN_OWNER;
            };
            throw failure.with(weak.path(), program, weak.owner()).asException();
        });
    }
}
