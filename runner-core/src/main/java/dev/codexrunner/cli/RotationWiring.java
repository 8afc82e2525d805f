package dev.codexrunner.cli;

import dev.codexrunner.config.Origin;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.credential.identity.IdentityService;
import dev.codexrunner.credential.identity.ServiceAddresses;
import dev.codexrunner.credential.identity.ServiceWire;
import dev.codexrunner.credential.vault.VaultSession;
import dev.codexrunner.credential.vault.VaultWire;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.launch.CodexService;
import dev.codexrunner.preflight.ManagedPolicy;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.rotation.CodexProbe;
import dev.codexrunner.rotation.CodexVerification;
import dev.codexrunner.rotation.Rotation;
import dev.codexrunner.rotation.RotationLimits;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.Verification;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.tls.SslContexts;
import dev.codexrunner.transport.HttpClients;
import dev.codexrunner.transport.Pause;
import dev.codexrunner.transport.ProxySettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts together what the commands of {@code rotation} work with. */
final class RotationWiring {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** For each question to the service, its repetitions included. */
    private static final Duration SERVICE_DEADLINE = Duration.ofSeconds(30);

    private final ResolvedConfig resolved;
    private final RunnerConfig config;
    private final RunSurroundings surroundings;
    private final Redactor redactor;
    private final TrustedAuthorities authorities;
    private final ProxySettings proxies;

    /** @throws dev.codexrunner.failure.FailureException where a CA file or a proxy setting can't be used */
    RotationWiring(ResolvedConfig resolved, RunSurroundings surroundings, Redactor redactor) {
        this.resolved = resolved;
        this.config = resolved.config();
        this.surroundings = surroundings;
        this.redactor = redactor;
        this.proxies = ProxySettings.from(surroundings.variables());
        proxies.secrets().forEach(redactor::learn);
        this.authorities =
                TrustedAuthorities.read(config.tls(), config.vault(), surroundings.variables(), surroundings.clock());
    }

    TrustedAuthorities authorities() {
        return authorities;
    }

    /** Logs in to Vault. */
    VaultSession openVault() {
        return VaultSession.open(config.vault(), vaultWire());
    }

    /** Logs in to Vault; all that is asked there has to be over by then. */
    VaultSession openVault(Instant end) {
        return VaultSession.open(config.vault(), vaultWire(), end);
    }

    private VaultWire vaultWire() {
        return new VaultWire(
                HttpClients.create(
                        authorities.vaultContext(config.vault(), surroundings.clock()), proxies, CONNECT_TIMEOUT),
                proxies,
                surroundings.clock(),
                Pause.sleeping(),
                surroundings.random());
    }

    /** The engine that a secret lies in; each token that is read there is known to the redactor at once. */
    VersionedSecrets secrets(VaultSession vault, RotationPaths paths) {
        return new LearningSecrets(vault.kv(paths.live()), paths.field(), redactor::learn);
    }

    private IdentityService service() {
        return new IdentityService(
                new ServiceWire(
                        HttpClients.create(
                                SslContexts.create(authorities.bundle(), Optional.empty()), proxies, CONNECT_TIMEOUT),
                        proxies,
                        surroundings.clock(),
                        Pause.sleeping(),
                        surroundings.random(),
                        SERVICE_DEADLINE),
                addresses(),
                redactor::learn);
    }

    /** Where codex would ask it in a run; whatever leads elsewhere must be allowed as there. */
    private ServiceAddresses addresses() {
        return CodexService.permitted(
                config.codex(),
                config.policy(),
                CodexHomeSettings.read(
                                config.codex().codexHome(), config.codex().profile())
                        .withMachine(ManagedPolicy.STANDARD_FOLDER),
                surroundings.variables());
    }

    /** How a token is proven: by the service, and by a tiny run of codex. */
    Verification verification(Progress progress, Cancellation cancellation) {
        return new CodexVerification(
                service(), new CodexProbe(resolved, surroundings, redactor, progress, cancellation, probeTimeout()));
    }

    /** @param vaultIdentity who we are by Vault's own word */
    Rotation rotation(RotationPaths paths, VersionedSecrets secrets, String vaultIdentity, Verification verification) {
        return new Rotation(
                paths,
                secrets,
                verification,
                // Its times are for people.
                Clock.tick(surroundings.clock(), Duration.ofSeconds(1)),
                new SecureRandom(),
                vaultIdentity + " on " + surroundings.host(),
                new RotationLimits(
                        config.rotation().minValidity(), config.rotation().verificationMaxAge()));
    }

    /** A word is said sooner than a job is done, so the default of a job's bound does not count. */
    private Duration probeTimeout() {
        return timeoutOr(CodexProbe.USUAL_TIMEOUT, resolved);
    }

    /** What {@code --timeout} or its variable says, else {@code usual} instead of the default of a job. */
    static Duration timeoutOr(Duration usual, ResolvedConfig resolved) {
        boolean given = resolved.values().stream()
                .anyMatch(value ->
                        value.setting().name().equals("timeout") && !(value.origin() instanceof Origin.Default));
        return given ? resolved.config().limits().timeout() : usual;
    }
}
