package dev.codexrunner.cli;

import dev.codexrunner.transport.HttpClients;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Starts the program; the only class with the process's own exit, environment and streams. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Before any HTTP client class loads: the JDK reads this property once.
        HttpClients.allowBasicProxyCredentials();
        Surroundings surroundings = new Surroundings(
                Map.copyOf(System.getenv()),
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                standardErrorIsTerminal());
        // A stack trace may quote what a thread was working on.
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> surroundings
                .err()
                .println("codex-runner: " + bug.getClass().getSimpleName() + " in thread " + thread.getName()));
        System.exit(new CommandLineApp(new WiredUseCases(), surroundings).run(arguments));
    }

    /** UTF-8 whatever the machine's locale says: a report's text must not turn into question marks in a container. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** {@code System.console()} speaks of standard input and output; ours is a question about standard error. */
    private static boolean standardErrorIsTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            boolean terminal = target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            return terminal && System.getenv("CI") == null && !"dumb".equals(System.getenv("TERM"));
        } catch (IOException elsewhere) {
            return false;
        }
    }
}
