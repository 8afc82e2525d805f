package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.backend.CodexBackend;
import dev.codexrunner.testkit.backend.Scenarios;
import dev.codexrunner.testkit.backend.ScriptedModel;
import dev.codexrunner.testkit.backend.TokenIssuer;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The probe by the real codex, against the stand-in for its service. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodexProbeIT {

    private final PrivateCa ca = PrivateCa.create();
    private final TokenIssuer issuer = TokenIssuer.create();
    private final Map<String, String> variables = new TreeMap<>();
    private final Path folder;
    private final CodexBackend backend;

    CodexProbeIT() throws Exception {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "probe");
        backend = CodexBackend.start(ca.issueServer().serverContext(), issuer, Scenarios.byMarker());
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("HOME", folder.toString());
        variables.putAll(backend.connection().environment());
    }

    @BeforeEach
    void codex_is_there() {
        assumeTrue(RealPrograms.codex().isPresent(), "no codex: set -Dcodexrunner.codex or run scripts/test");
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void a_token_that_works_answers_the_word_and_leaves_a_record_without_it() throws Exception {
        String token = issuer.issueAgentIdentity().token();
        ProbeResult result = probe(token);
        assertThat(result).as(backend.requests().toString()).isInstanceOf(ProbeResult.Proven.class);
        assertThat(((ProbeResult.Proven) result).codexVersion()).isEqualTo("0.169.0");
        Path record = result.record().orElseThrow();
        assertThat(record).startsWith(folder).isDirectoryContaining("glob:**/report.json");
        assertThat(Files.readString(record.resolve("report.json"))).doesNotContain(token);
        assertThat(backend.latestModelRequests()).hasSize(1);
    }

    @Test
    void a_model_that_says_something_else_proves_nothing() throws Exception {
        backend.play(ScriptedModel.playing(Scenarios.hello()));
        ProbeResult result = probe(issuer.issuePersonalAccessToken());
        assertThat(result).isInstanceOf(ProbeResult.Failed.class);
        assertThat(((ProbeResult.Failed) result).failure().code()).isEqualTo("rotation-probe-answer-wrong");
        assertThat(((ProbeResult.Failed) result).failure().why()).contains("Hello from the stand-in.");
    }

    @Test
    void a_revoked_token_is_a_failure_of_the_credential() throws Exception {
        String token = issuer.issuePersonalAccessToken();
        issuer.revoke(token);
        ProbeResult result = probe(token);
        assertThat(result).isInstanceOf(ProbeResult.Failed.class);
        assertThat(((ProbeResult.Failed) result).failure().kind()).isEqualTo(FailureKind.CREDENTIAL);
        assertThat(result.record()).isPresent();
    }

    private ProbeResult probe(String token) throws Exception {
        AccessToken inspected =
                TokenInspector.inspect(Secret.of("token", token), TokenKind.ACCESS_TOKEN, Clock.systemUTC());
        RunSurroundings surroundings = new RunSurroundings(
                variables,
                InputStream.nullInputStream(),
                Clock.systemUTC(),
                System::nanoTime,
                new Random(1),
                "host",
                "0.0.0");
        return new CodexProbe(
                        config(),
                        surroundings,
                        new Redactor(),
                        Progress.NONE,
                        new Cancellation(),
                        Duration.ofSeconds(60))
                .run(inspected);
    }

    /** As rotation's command line resolves it, with the way to the stand-in. */
    private ResolvedConfig config() throws Exception {
        String url = backend.connection().chatgptBaseUrl();
        List<String> names = List.copyOf(backend.connection().environment().keySet());
        List<String> overrides = new ArrayList<>(List.of("model_provider", "model_providers", "chatgpt_base_url"));
        overrides.addAll(names);
        Map<String, List<String>> flags = new HashMap<>();
        flags.put("codex-path", List.of(RealPrograms.codex().orElseThrow().toString()));
        flags.put("ca-bundle", List.of(ca.writeBundle(folder.resolve("ca.pem")).toString()));
        flags.put("token-source", List.of("env"));
        flags.put(
                "codex-config",
                List.of(
                        "model_provider=\"standin\"",
                        "chatgpt_base_url=\"" + url + "\"",
                        "model_providers.standin={name=\"stand-in\",base_url=\"" + url
                                + "/codex\",wire_api=\"responses\",requires_openai_auth=true,request_max_retries=0,"
                                + "stream_max_retries=1,supports_websockets=false}"));
        flags.put("allow-override", overrides);
        flags.put("pass-env", names);
        return new ConfigResolver()
                .resolve(new ConfigSources(
                        ConfigSources.Purpose.RUN, flags, variables, Optional.empty(), Optional.of("x")));
    }
}
