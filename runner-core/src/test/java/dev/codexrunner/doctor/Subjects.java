package dev.codexrunner.doctor;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.run.RunSurroundings;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Subjects for tests, from flags as the command line has them. */
final class Subjects {

    private Subjects() {}

    static Subject of(List<String> flags) {
        return of(flags, Map.of());
    }

    /** @param flags name and value in turn, without dashes */
    static Subject of(List<String> flags, Map<String, String> environment) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (int at = 0; at < flags.size(); at += 2) {
            List<String> more = new java.util.ArrayList<>(texts.getOrDefault(flags.get(at), List.of()));
            more.add(flags.get(at + 1));
            texts.put(flags.get(at), more);
        }
        return new Subject(
                new ConfigResolver()
                        .resolve(new ConfigSources(
                                ConfigSources.Purpose.CHECK, texts, environment, Optional.empty(), Optional.empty())),
                new RunSurroundings(
                        environment,
                        InputStream.nullInputStream(),
                        Clock.systemUTC(),
                        System::nanoTime,
                        new Random(1),
                        "host",
                        "0"),
                RunId.random(),
                Supervisor.ofThisSystem(),
                secret -> {});
    }
}
