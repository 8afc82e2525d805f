package dev.codexrunner.credential.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own whose charset is ASCII, as under {@code LC_ALL=C} on JDK 17, with a Vault token to trip over. */
final class CLocaleJvm {

    /** How it ended. */
    record Ended(int exitCode, String output, String errors) {}

    private CLocaleJvm() {}

    /** @param folder its home */
    static Ended run(Path folder, Class<?> main, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=ANSI_X3.4-1968",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder child = new ProcessBuilder(command);
        child.environment().put("LC_ALL", "C");
        child.environment().put("VAULT_TOKEN", "hvs.from-environment");
        child.environment().remove("JAVA_TOOL_OPTIONS");
        Path errors = folder.resolve("stderr");
        Process process = child.redirectError(errors.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return new Ended(process.waitFor(), output, Files.readString(errors));
    }
}
