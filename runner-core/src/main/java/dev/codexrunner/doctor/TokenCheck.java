package dev.codexrunner.doctor;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.run.TokenFetch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shape, kind and expiry, as far as the token itself tells. */
record TokenCheck(Subject subject) implements Check {

    private static final Duration SOON = Duration.ofDays(7);

    @Override
    public Link link() {
        return Link.TOKEN;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.SECRET);
    }

    @Override
    public CheckResult run(Findings found) {
        AccessToken token = TokenFetch.inspected(
                        subject.config(), subject.surroundings(), found.get(FetchedToken.class), subject.learn())
                .token();
        found.put(AccessToken.class, token);
        List<String> warnings = new ArrayList<>(token.warnings());
        String kind = token.kind().wireName().replace('_', ' ');
        Optional<Instant> expiry = token.expiresAt();
        if (expiry.isEmpty()) {
            return CheckResult.of(kind + ", which does not tell its expiry", warnings);
        }
        Duration left = Duration.between(subject.surroundings().clock().instant(), expiry.get());
        if (left.compareTo(SOON) < 0) {
            warnings.add("The token expires on " + expiry.get() + ": create its successor at"
                    + " https://chatgpt.com/admin/access-tokens and store it before.");
        }
        return CheckResult.of(
                kind + ", expires on " + Days.of(expiry.get()) + " (" + left.toDays() + " days left)", warnings);
    }
}
