package dev.codexrunner.doctor;

import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.credential.VaultOrigin;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.run.TokenFetch;
import dev.codexrunner.tls.CaOrigin;
import dev.codexrunner.transport.ProxySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fetches the token as a run does: from Vault by login, read and revocation of our Vault token, or from its source. */
record SecretCheck(Subject subject) implements Check {

    /** For sources that connect to nobody. */
    private static final TrustedAuthorities NOBODY =
            new TrustedAuthorities(CaOrigin.NONE, Optional.empty(), Optional.empty());

    @Override
    public Link link() {
        return Link.SECRET;
    }

    @Override
    public Set<Link> needs() {
        return VaultCheck.applies(subject)
                ? Set.of(Link.TRIGGER, Link.CA_BUNDLE, Link.PROXY, Link.VAULT)
                : Set.of(Link.TRIGGER);
    }

    @Override
    public CheckResult run(Findings found) {
        FetchedToken fetched = TokenFetch.raw(
                subject.config(),
                subject.surroundings(),
                found.find(TrustedAuthorities.class).orElse(NOBODY),
                found.find(ProxySettings.class).orElse(ProxySettings.none()),
                subject.learn());
        found.put(FetchedToken.class, fetched);
        List<String> warnings = new ArrayList<>(fetched.warnings());
        if (VaultCheck.applies(subject) && subject.config().vault().login().vaultWrapped()) {
            warnings.add("The wrapped secret id is used up by this check: a run needs a new one.");
        }
        return CheckResult.of(fetched.origin().vault().map(this::described).orElseGet(this::source), warnings);
    }

    private String described(VaultOrigin origin) {
        String version =
                origin.version().isPresent() ? " version " + origin.version().getAsInt() : "";
        String since = origin.createdTime().map(time -> " of " + Days.of(time)).orElse("");
        return "login by "
                + WireName.dashed(subject.config().vault().login().vaultAuth()) + ", read "
                + origin.path() + version + since;
    }

    private String source() {
        return "read from " + WireName.dashed(subject.config().token().tokenSource());
    }
}
