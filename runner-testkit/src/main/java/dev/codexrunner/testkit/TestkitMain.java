package dev.codexrunner.testkit;

import dev.codexrunner.testkit.backend.ScenarioFile;
import dev.codexrunner.testkit.backend.Scenarios;
import dev.codexrunner.testkit.backend.ScriptedModel;
import dev.codexrunner.testkit.pki.PkiFolder;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The stand-ins as programs, for scripts. */
public final class TestkitMain {

    private static final String USAGE = """
            usage: codex-testkit backend --dir DIR [--scenario FILE] [--port N]
                   codex-testkit pki --dir DIR
            backend prints one line of JSON when it is ready, and ends when its standard input does.
            A line "revoke FILE" on standard input revokes the token in that file.""";

    private TestkitMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        String folder = options.get("--dir");
        if (folder == null) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        switch (arguments[0]) {
            case "backend" -> serve(Path.of(folder), options);
            case "pki" -> PkiFolder.write(Path.of(folder), PrivateCa.create());
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }

    private static void serve(Path folder, Map<String, String> options) throws IOException {
        String scenario = options.get("--scenario");
        ScriptedModel model =
                scenario == null ? Scenarios.byMarker() : ScriptedModel.playing(ScenarioFile.read(Path.of(scenario)));
        int port = Integer.parseInt(options.getOrDefault("--port", "0"));
        try (BackendServer server = BackendServer.start(folder, model, port);
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.readyLine());
            System.out.flush();
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                if (line.startsWith("revoke ")) {
                    server.revoke(Files.readString(Path.of(line.substring("revoke ".length())))
                            .strip());
                    System.out.println("{\"revoked\":true}");
                }
            }
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
