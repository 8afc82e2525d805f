package dev.codexrunner.testkit;

import dev.codexrunner.testkit.backend.ScenarioFile;
import dev.codexrunner.testkit.backend.Scenarios;
import dev.codexrunner.testkit.backend.ScriptedModel;
import dev.codexrunner.testkit.fake.FakeCodex;
import dev.codexrunner.testkit.fixtures.FixtureRecorder;
import dev.codexrunner.testkit.pki.PkiFolder;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The stand-ins as programs, for scripts. */
public final class TestkitMain {

    private static final String USAGE = """
            usage: codex-testkit backend --dir DIR [--scenario FILE | --scenarios FOLDER] [--port N]
                   codex-testkit vault --dir DIR --token FILE
                   codex-testkit pki --dir DIR
                   codex-testkit replaying --dir DIR --recordings FOLDER
                   codex-testkit record --dir TARGET --work WORKFOLDER [--only PART_OF_NAME]
            replaying makes DIR/NAME/codex for each recording, a codex that plays just that.
            backend prints one line of JSON when it is ready, and ends when its standard input does.
            Lines that it understands there: "revoke FILE" refuses the token in that file from now on;
            "override ENDPOINT STATUS [BODY]" and "restore ENDPOINT" break and mend one endpoint.""";

    private TestkitMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = options(arguments);
        String folder = options.get("--dir");
        if (folder == null) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        switch (arguments[0]) {
            case "backend" -> serve(Path.of(folder), options);
            case "vault" -> serveVault(Path.of(folder), Path.of(options.getOrDefault("--token", "token")));
            case "pki" -> PkiFolder.write(Path.of(folder), PrivateCa.create());
            case "replaying" -> replaying(Path.of(folder), Path.of(options.getOrDefault("--recordings", ".")));
            case "record" -> record(Path.of(folder), options);
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }

    private static void serve(Path folder, Map<String, String> options) throws IOException {
        int port = Integer.parseInt(options.getOrDefault("--port", "0"));
        try (BackendServer server = BackendServer.start(folder, model(options), port);
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.readyLine());
            System.out.flush();
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(server.obey(line));
                System.out.flush();
            }
        }
    }

    private static ScriptedModel model(Map<String, String> options) throws IOException {
        if (options.containsKey("--scenario")) {
            return ScriptedModel.playing(ScenarioFile.read(Path.of(options.get("--scenario"))));
        }
        String folder = options.get("--scenarios");
        return folder == null
                ? Scenarios.byMarker()
                : ScriptedModel.choosingByText(ScenarioFile.readFolder(Path.of(folder)), Scenarios.byMarker());
    }

    /** Prints its address when it is ready, and ends when standard input does. */
    private static void serveVault(Path folder, Path token) throws IOException {
        try (VaultStandIn vault = QuickstartVault.start(folder, token)) {
            System.out.println(vault.address());
            System.out.flush();
            while (System.in.read() >= 0) {
                // Only its end says something.
            }
        }
    }

    private static void replaying(Path target, Path recordings) throws IOException {
        try (Stream<Path> files = Files.list(recordings)) {
            for (Path exit :
                    files.filter(file -> file.toString().endsWith(".exit")).toList()) {
                String name = exit.getFileName().toString().replace(".exit", "");
                FakeCodex.installReplaying(Files.createDirectories(target.resolve(name)), exit.resolveSibling(name));
            }
        }
    }

    private static void record(Path target, Map<String, String> options) throws IOException, InterruptedException {
        Path codex = RealPrograms.codex()
                .orElseThrow(() -> new IllegalStateException("no codex: run scripts/record-fixtures"));
        Path work = Path.of(options.getOrDefault("--work", "target/record-fixtures"));
        new FixtureRecorder(new RealCodex(codex), work)
                .record(target, options.getOrDefault("--only", ""))
                .forEach(System.out::println);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
