package dev.codexrunner.rotation;

import dev.codexrunner.credential.identity.TokenIdentity;
import java.util.Locale;
import java.util.Optional;

/** Whether two tokens belong to the same workspace and person. Pure. */
final class IdentityComparison {

    private IdentityComparison() {}

    /** What the comparison came to. */
    sealed interface Result {}

    /** The same workspace and the same person. */
    record Same() implements Result {}

    /**
     * Not the same.
     *
     * @param what which of the two: {@code workspace} or {@code person}
     */
    record Different(String what, String candidate, String live) implements Result {}

    /** Of workspace or person too little is known on one side. */
    record Unknown() implements Result {}

    /** A person is told by id; by address only where an id is missing, since addresses change. */
    static Result compare(TokenIdentity candidate, TokenIdentity live) {
        Result workspace = compare("workspace", candidate.accountId(), live.accountId());
        Result person = compare("person", candidate.userId(), live.userId());
        if (person instanceof Unknown) {
            person = compare("person", lowerCase(candidate.email()), lowerCase(live.email()));
        }
        if (workspace instanceof Different || person instanceof Same) {
            return workspace;
        }
        return person;
    }

    private static Result compare(String what, Optional<String> candidate, Optional<String> live) {
        if (candidate.isEmpty() || live.isEmpty()) {
            return new Unknown();
        }
        return candidate.equals(live) ? new Same() : new Different(what, candidate.get(), live.get());
    }

    private static Optional<String> lowerCase(Optional<String> email) {
        return email.map(address -> address.toLowerCase(Locale.ROOT));
    }
}
