package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A build of a job; that of a folder is named {@code folder/job/name}. */
final class Build {

    private final Controller controller;
    private final Figures figures;
    private final String job;
    private final int number;

    Build(Controller controller, Figures figures, String job, int number) {
        this.controller = controller;
        this.figures = figures;
        this.job = job;
        this.number = number;
    }

    /** The first of a new job. */
    static Build start(Controller controller, Figures figures, String job, String configXml) throws Exception {
        controller.rest().create(job, configXml);
        controller.rest().post("job/" + job + "/build");
        return new Build(controller, figures, job, 1);
    }

    /** Starts the one after this. */
    Build next() throws Exception {
        controller.rest().post("job/" + job + "/build");
        return new Build(controller, figures, job, number + 1);
    }

    String path() {
        return "job/" + job + "/" + number + "/";
    }

    String console() throws IOException, InterruptedException {
        return controller.rest().get(path() + "consoleText");
    }

    /** Waits until its console has that many of these lines. */
    void awaitLines(String part, int count) throws Exception {
        Waiting.untilTrue(count + " x " + part + " in the console of " + job, Duration.ofMinutes(4), () -> {
            boolean begun = controller.rest().answer(path() + "consoleText").statusCode() == 200;
            String console = begun ? console() : "";
            if (console.contains("Finished: ")) {
                throw new AssertionError("It ended before its time:\n" + console);
            }
            return lines(console, part) >= count;
        });
    }

    static long lines(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).count();
    }

    /** False also before it has begun. */
    boolean isOver() throws IOException, InterruptedException {
        var answer = controller.rest().answer(path() + "api/json?tree=building,result");
        boolean over = answer.statusCode() == 200 && answer.body().contains("\"building\":false");
        // A freestyle build is over a little before its console is.
        return over && console().contains("Finished: ");
    }

    /** Waits for its end. */
    Ended await(Duration atMost) throws Exception {
        Waiting.untilTrue("The end of " + job, atMost, this::isOver);
        String answer = controller.rest().get(path() + "api/json?tree=result");
        String console = console();
        figures.keep("consoles", job.replace("/job/", "-") + (number == 1 ? "" : "-" + number) + ".txt", console);
        return new Ended(answer.replaceAll(".*\"result\":\"?(\\w+).*", "$1"), console);
    }

    /** Paths of what it has archived, each in brackets. */
    String artifacts() throws IOException, InterruptedException {
        return controller
                .rest()
                .get(path() + "api/json?tree=artifacts[relativePath]")
                .replaceAll("\\{\"relativePath\":\"([^\"]*)\"}", "[$1]");
    }

    /** What it has archived by that path. */
    String artifact(String path) throws IOException, InterruptedException {
        return controller.rest().get(path() + "artifact/" + path);
    }

    void stop() throws Exception {
        controller.rest().post(path() + "stop");
    }

    /** Where the controller keeps it. */
    Path folder() {
        return controller
                .home()
                .resolve("jobs/" + job.replace("/job/", "/branches/"))
                .resolve("builds/" + number);
    }

    /** The kept files of that name, one of each codex run. */
    List<Path> kept(String name) throws IOException {
        Path all = folder().resolve("codex-runner");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(all)) {
            return runs.map(run -> run.resolve(name)).filter(Files::exists).toList();
        }
    }

    /**
     * How it ended.
     *
     * @param result Jenkins' word for it
     * @param console all of it
     */
    record Ended(String result, String console) {}
}
