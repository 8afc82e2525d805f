package dev.codexrunner.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Starts the program; the only class with the process's own exit, environment and streams. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings(
                Map.copyOf(System.getenv()), System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        System.exit(new CommandLineApp(new WiredUseCases(), surroundings).run(arguments));
    }

    /** UTF-8 whatever the machine's locale says: a report's text must not turn into question marks in a container. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
