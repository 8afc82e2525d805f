package dev.codexrunner.doctor;

import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.transport.ProxyServer;
import dev.codexrunner.transport.ProxySettings;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which proxy leads where. */
record ProxyCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.PROXY;
    }

    @Override
    public Set<Link> needs() {
        return Set.of();
    }

    @Override
    public CheckResult run(Findings found) {
        ProxySettings proxies = ProxySettings.from(subject.variables());
        proxies.secrets().forEach(subject.learn());
        found.put(ProxySettings.class, proxies);
        if (proxies.https().isEmpty() && proxies.http().isEmpty()) {
            return new CheckResult.Passed("none set; every connection is direct");
        }
        Set<URI> targets = new LinkedHashSet<>();
        if (VaultCheck.applies(subject)) {
            subject.config().vault().vaultAddr().ifPresent(targets::add);
        }
        targets.addAll(ServiceHosts.of(
                subject.config(),
                found.find(CodexHomeSettings.class).orElse(CodexHomeSettings.none()),
                subject.variables()));
        return new CheckResult.Passed(
                targets.stream().map(target -> way(proxies, target)).collect(Collectors.joining(", ")));
    }

    private static String way(ProxySettings proxies, URI target) {
        return target.getHost() + " "
                + proxies.proxyFor(target)
                        .map(ProxyServer::address)
                        .map(address -> "by " + address)
                        .orElse("direct");
    }
}
