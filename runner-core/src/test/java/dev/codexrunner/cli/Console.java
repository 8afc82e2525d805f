package dev.codexrunner.cli;

import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.UnusableConfig;
import dev.codexrunner.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real command line within a test: everything but the start of codex and the doctor's examination. */
final class Console {

    private final Map<String, String> environment = new HashMap<>();

    /** What one command came to. */
    record Run(int exitCode, String out, String err) {}

    Map<String, String> environment() {
        return environment;
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new CommandLineApp(
                        new WithoutCodex(),
                        new Surroundings(
                                Map.copyOf(environment),
                                InputStream.nullInputStream(),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                false))
                .run(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static final class WithoutCodex implements UseCases {

        private final UseCases wired = new WiredUseCases();

        @Override
        public int exec(ExecRequest request, Surroundings surroundings) {
            return 0;
        }

        @Override
        public List<Failure> refused(UnusableConfig config, Failure why, Surroundings surroundings) {
            return wired.refused(config, why, surroundings);
        }

        @Override
        public int replay(ReplayRequest request, Surroundings surroundings) {
            return wired.replay(request, surroundings);
        }

        @Override
        public int doctor(ResolvedConfig config, Surroundings surroundings) {
            return 0;
        }

        @Override
        public int rotation(RotationRequest request, Surroundings surroundings) {
            return 0;
        }
    }
}
