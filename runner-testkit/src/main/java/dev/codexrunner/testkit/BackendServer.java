package dev.codexrunner.testkit;

import dev.codexrunner.testkit.backend.CodexBackend;
import dev.codexrunner.testkit.backend.HandledRequest;
import dev.codexrunner.testkit.backend.RequestJson;
import dev.codexrunner.testkit.backend.ScriptedModel;
import dev.codexrunner.testkit.backend.TokenFlaw;
import dev.codexrunner.testkit.backend.TokenIssuer;
import dev.codexrunner.testkit.pki.PkiFolder;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The backend as a program of its own: everything that a script needs lies in one folder. */
final class BackendServer implements AutoCloseable {

    private final Path folder;
    private final CodexBackend backend;
    private final Writer verified;

    private BackendServer(Path folder, CodexBackend backend, Writer verified) {
        this.folder = folder;
        this.backend = backend;
        this.verified = verified;
    }

    /** Starts and writes the folder. */
    static BackendServer start(Path folder, ScriptedModel model, int port) throws IOException {
        Path absolute = Files.createDirectories(folder.toAbsolutePath().normalize());
        TokenIssuer issuer = TokenIssuer.create();
        Writer verified = Files.newBufferedWriter(absolute.resolve("verified.jsonl"));
        CodexBackend backend = CodexBackend.start(
                PkiFolder.write(absolute, PrivateCa.create()).serverContext(),
                issuer,
                model,
                port,
                request -> append(verified, request));
        BackendServer server = new BackendServer(absolute, backend, verified);
        server.writeTokens(issuer);
        server.writeSettings();
        return server;
    }

    /** One JSON line that tells a script where everything is. */
    String readyLine() {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("ready", true);
        ready.put("origin", backend.connection().origin());
        ready.put("caBundle", folder.resolve("ca.pem").toString());
        ready.put("tokenFile", folder.resolve("token").toString());
        ready.put("codexHome", folder.resolve("codex-home").toString());
        ready.put("environmentFile", folder.resolve("backend.env").toString());
        ready.put("verifiedLog", folder.resolve("verified.jsonl").toString());
        return JsonMapper.shared().writeValueAsString(ready);
    }

    /** Refuses the token from now on. */
    void revoke(String token) {
        backend.issuer().revoke(token);
    }

    @Override
    public void close() throws IOException {
        backend.close();
        verified.close();
    }

    private void writeTokens(TokenIssuer issuer) throws IOException {
        PrivateFile.write(folder.resolve("token"), issuer.issueAgentIdentity().token());
        PrivateFile.write(
                folder.resolve("token-next"), issuer.issueAgentIdentity().token());
        PrivateFile.write(folder.resolve("token-personal"), issuer.issuePersonalAccessToken());
        PrivateFile.write(folder.resolve("token-api-key"), issuer.issueApiKey());
        for (TokenFlaw flaw : TokenFlaw.values()) {
            String name = flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
            PrivateFile.write(
                    folder.resolve("token-" + name), issuer.issueFlawed(flaw).token());
        }
    }

    private void writeSettings() throws IOException {
        backend.connection().writeCodexHome(folder.resolve("codex-home"));
        Files.writeString(
                folder.resolve("backend.env"),
                backend.connection().environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static void append(Writer verified, HandledRequest request) {
        try {
            verified.append(RequestJson.line(request)).append('\n').flush();
        } catch (IOException e) {
            throw new UncheckedIOException("verified.jsonl could not be written", e);
        }
    }
}
