package dev.codexrunner.acceptance;

import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.backend.CodexBackend;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.HandledRequest;
import dev.codexrunner.testkit.backend.TokenIssuer;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The remote parties, started once for all tests, and a folder for what the runs leave. */
final class Scene implements AutoCloseable {

    private final PrivateCa ca = PrivateCa.create();
    private final TokenIssuer issuer = TokenIssuer.create();
    private final AtomicInteger runs = new AtomicInteger();
    private final Path folder;
    private final Path caFile;
    private final Path codex;
    private final CodexBackend backend;
    private final TestVault vault;
    private volatile Consumer<HandledRequest> listener = request -> {};

    private Scene(Path codex) throws IOException {
        this.codex = codex;
        // Not below /tmp, where codex refuses to have its home; below target, so that clean removes it.
        this.folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath().normalize()), "acceptance");
        this.caFile = ca.writeBundle(folder.resolve("ca.pem"));
        this.backend = CodexBackend.start(
                ca.issueServer().serverContext(), issuer, Scripts.standard(), 0, request -> listener.accept(request));
        this.vault = TestVault.start(Files.createDirectory(folder.resolve("vault")), ca);
    }

    /** Empty where there is no codex. */
    static Optional<Scene> start() throws IOException {
        Optional<Path> codex = RealPrograms.codex();
        return codex.isEmpty() ? Optional.empty() : Optional.of(new Scene(codex.get()));
    }

    /** A run to be, with a folder, a repository and a valid agent identity of its own. */
    RunnerProcess run() throws IOException, InterruptedException {
        return run(issuer.issueAgentIdentity().token());
    }

    /** A run to be, with that token in Vault. */
    RunnerProcess run(String token) throws IOException, InterruptedException {
        String name = "run-" + runs.incrementAndGet();
        vault.store("ci/" + name, token);
        return new RunnerProcess(this, Files.createDirectory(folder.resolve(name)), name);
    }

    Path codex() {
        return codex;
    }

    PrivateCa ca() {
        return ca;
    }

    Path caFile() {
        return caFile;
    }

    CodexBackend backend() {
        return backend;
    }

    TokenIssuer issuer() {
        return issuer;
    }

    TestVault vault() {
        return vault;
    }

    /** A new folder outside every git repository. */
    Path folderWithoutGit() throws IOException {
        Path outside = Files.createTempDirectory("no-git");
        outside.toFile().deleteOnExit();
        return outside;
    }

    /** Tells of each request to the backend before it is answered; until the returned handle is closed. */
    Listening listen(Consumer<HandledRequest> to) {
        listener = to;
        return () -> listener = request -> {};
    }

    /** Ends listening. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** How many requests were handled so far; what is to be passed to {@link #modelRequestsSince}. */
    int requestsSoFar() {
        return backend.requests().size();
    }

    /** The requests to the model after that many of all. */
    List<HandledRequest> modelRequestsSince(int before) {
        return backend.requests().stream()
                .skip(before)
                .filter(request -> request.endpoint().equals(Optional.of(Endpoint.RESPONSES)))
                .toList();
    }

    @Override
    public void close() {
        vault.close();
        backend.close();
    }
}
