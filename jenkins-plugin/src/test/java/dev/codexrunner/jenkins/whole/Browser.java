package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window. */
final class Browser {

    private static final long PATIENCE_S = 300;

    private final Path folder;

    Browser(Path folder) {
        this.folder = folder;
    }

    static Optional<String> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Takes a picture, and returns what the page's console said. */
    List<String> picture(String url, String name, int width, int height) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".browser.log");
        ChildProcess browser = ChildProcess.start(
                folder,
                log,
                java.util.Map.of(),
                List.of(
                        program().orElseThrow(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--user-data-dir=" + folder.resolve("browser-profile"),
                        "--enable-logging=stderr",
                        "--window-size=" + width + "," + height,
                        "--virtual-time-budget=15000",
                        "--screenshot=" + folder.resolve(name + ".png"),
                        url));
        if (!browser.endsWithin(PATIENCE_S)) {
            browser.kill();
            throw new AssertionError("The browser did not end:\n" + browser.output());
        }
        TimeUnit.MILLISECONDS.sleep(50);
        return browser.output().lines().filter(line -> line.contains("CONSOLE")).toList();
    }
}
