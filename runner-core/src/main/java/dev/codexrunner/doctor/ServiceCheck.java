package dev.codexrunner.doctor;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.tls.SslContexts;
import dev.codexrunner.transport.ProxySettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Reaches each host that codex will: DNS, proxy, TLS with the bundle. No credential is sent, and any answer will do. */
record ServiceCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.SERVICE;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.CONFIGURATION, Link.CA_BUNDLE, Link.PROXY);
    }

    @Override
    public CheckResult run(Findings found) {
        ProxySettings proxies = found.get(ProxySettings.class);
        SSLContext trust =
                SslContexts.create(found.get(TrustedAuthorities.class).bundle(), Optional.empty());
        List<String> reached = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (URI host : ServiceHosts.of(subject.config(), found.get(CodexHomeSettings.class), subject.variables())) {
            try {
                Handshake handshake = Handshake.with(host.resolve("/"), "HEAD", trust, proxies);
                reached.add(host.getAuthority() + ": " + handshake.described());
            } catch (FailureException unreachable) {
                reached.add(host.getAuthority() + ": " + unreachable.failure().code());
                failures.add(unreachable.failure());
            }
        }
        String detail = String.join("; ", reached);
        return failures.isEmpty() ? new CheckResult.Passed(detail) : new CheckResult.Failed(detail, failures.get(0));
    }
}
