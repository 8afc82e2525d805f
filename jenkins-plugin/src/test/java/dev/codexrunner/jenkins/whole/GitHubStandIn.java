package dev.codexrunner.jenkins.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * So much of GitHub as a branch source and a checkout ask for: its REST interface about one repository, and that repository
 * by HTTP. On loopback. What it does not know it answers with 404, and remembers.
 */
final class GitHubStandIn implements AutoCloseable {

    static final String OWNER = "acme";
    static final String NAME = "shop";

    private static final String CLONE = "/" + OWNER + "/" + NAME + ".git/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final GitRepository repository;
    private final GitHubAnswers answers;
    private final Queue<String> unknown = new ConcurrentLinkedQueue<>();

    private GitHubStandIn(HttpServer server, GitRepository repository) {
        this.server = server;
        this.repository = repository;
        this.answers = new GitHubAnswers(url(), repository);
    }

    static GitHubStandIn start(GitRepository repository) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        GitHubStandIn standIn = new GitHubStandIn(server, repository);
        server.createContext("/", standIn::answer);
        server.setExecutor(standIn.threads);
        server.start();
        return standIn;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    GitHubAnswers answers() {
        return answers;
    }

    /** What was asked and is not known here. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** The branch source makes the clone's address of the host alone: git on the agent is told of the port. */
    Map<String, String> forGit() {
        return Map.of(
                "GIT_CONFIG_COUNT", "1",
                "GIT_CONFIG_KEY_0", "url." + url() + ".insteadOf",
                "GIT_CONFIG_VALUE_0", "http://127.0.0.1/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<byte[]> body = path.startsWith(CLONE)
                    ? served(path.substring(CLONE.length()))
                    : answers.to(
                                    path,
                                    Optional.ofNullable(exchange.getRequestURI().getQuery())
                                            .orElse(""))
                            .map(json -> json.getBytes(StandardCharsets.UTF_8));
            if (body.isEmpty() && !path.startsWith(CLONE)) {
                unknown.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", path.startsWith(CLONE) ? "application/octet-stream" : "application/json");
            byte[] bytes = body.orElse("{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(body.isPresent() ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<byte[]> served(String name) {
        Path file = repository.served().resolve(name).normalize();
        try {
            return file.startsWith(repository.served()) && Files.isRegularFile(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
