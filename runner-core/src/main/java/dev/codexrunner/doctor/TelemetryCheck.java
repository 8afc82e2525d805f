package dev.codexrunner.doctor;

import dev.codexrunner.config.OtelProtocol;
import dev.codexrunner.config.TelemetryConfig;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.tls.SslContexts;
import dev.codexrunner.transport.ConnectionDiagnosis;
import dev.codexrunner.transport.ProxySettings;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Reaches the collector of codex's telemetry: DNS, TLS with the bundle, and whether it takes the protocol. Worth a look of
 * its own, since codex says nothing of a collector that it can't reach. Neither headers nor data are sent.
 */
record TelemetryCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.TELEMETRY;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.CONFIGURATION, Link.CA_BUNDLE, Link.PROXY);
    }

    @Override
    public CheckResult run(Findings found) {
        TelemetryConfig telemetry = subject.config().telemetry();
        return telemetry
                .otelEndpoint()
                .map(endpoint -> telemetry.otelProtocol() == OtelProtocol.GRPC
                        ? grpc(endpoint, trust(found))
                        : http(telemetry, endpoint, trust(found), found.get(ProxySettings.class)))
                .orElseGet(() -> new CheckResult.Passed("off; codex sends none"));
    }

    private static SSLContext trust(Findings found) {
        return SslContexts.create(found.get(TrustedAuthorities.class).bundle(), Optional.empty());
    }

    /** Asked with GET, which a receiver of OTLP refuses in one way or another: any answer will do but that it isn't there. */
    private static CheckResult http(TelemetryConfig telemetry, URI endpoint, SSLContext trust, ProxySettings proxies) {
        String signal = telemetry.otelSignals().stream()
                .sorted()
                .findFirst()
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT);
        URI target = URI.create(endpoint.toASCIIString().replaceAll("/+$", "") + "/v1/" + signal);
        Handshake handshake = Handshake.with(target, "GET", trust, proxies);
        int status = handshake.status();
        if (status == HttpURLConnection.HTTP_NOT_FOUND) {
            return new CheckResult.Failed(DoctorFailure.COLLECTOR_WITHOUT_OTLP.with(target, status));
        }
        return ConnectionDiagnosis.ofResponse(status, handshake.contentType(), target, proxies)
                .<CheckResult>map(CheckResult.Failed::new)
                .orElseGet(() -> new CheckResult.Passed(endpoint.getAuthority() + ": " + handshake.described()));
    }

    private static CheckResult grpc(URI endpoint, SSLContext trust) {
        GrpcHandshake handshake = GrpcHandshake.with(endpoint, trust);
        return handshake.takesHttp2()
                ? new CheckResult.Passed(endpoint.getAuthority() + ": gRPC, " + handshake.described())
                : new CheckResult.Failed(DoctorFailure.COLLECTOR_WITHOUT_GRPC.with(endpoint));
    }
}
