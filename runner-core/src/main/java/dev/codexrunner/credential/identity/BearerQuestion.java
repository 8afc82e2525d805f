package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.identity.IdentityAnswer.Accepted;
import dev.codexrunner.credential.identity.IdentityAnswer.Cause;
import dev.codexrunner.credential.identity.IdentityAnswer.Refused;
import dev.codexrunner.credential.identity.RefusalRules.Proof;
import dev.codexrunner.secret.Secret;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What is asked about a personal access token: whose it is, and whether its workspace is one of that person's. */
record BearerQuestion(ServiceCalls calls, ServiceAddresses addresses, RefusalRules rules) {

    IdentityAnswer ask(Secret token) {
        UnaryOperator<HttpRequest.Builder> bearer =
                request -> request.header("Authorization", "Bearer " + token.reveal());
        ServiceReply whoami = calls.call(addresses.whoami(), bearer);
        if (!whoami.isSuccess()) {
            return rules.refusal(whoami, Proof.BEARER).orElseThrow(() -> unexpected(whoami));
        }
        String account = whoami.text("chatgpt_account_id").orElseThrow(() -> unexpected(whoami));
        boolean fedramp = whoami.json().path("chatgpt_account_is_fedramp").asBoolean(false);

        UnaryOperator<HttpRequest.Builder> ofAccount = request -> {
            bearer.apply(request).header("ChatGPT-Account-ID", account);
            return fedramp ? request.header("X-OpenAI-Fedramp", "true") : request;
        };
        // Its content is codex's business: only a refusal says something of the token.
        ServiceReply policy = calls.call(addresses.policyBundle(), ofAccount);
        Optional<Refused> closed = policy.isSuccess() ? Optional.empty() : rules.refusal(policy, Proof.KNOWN_BEARER);
        if (closed.isPresent()) {
            return closed.get();
        }
        ServiceReply accounts = calls.call(addresses.accounts(), ofAccount);
        if (!accounts.isSuccess()) {
            return rules.refusal(accounts, Proof.KNOWN_BEARER).orElseThrow(() -> unexpected(accounts));
        }
        if (!ids(accounts).contains(account)) {
            return new Refused(IdentityFailure.WORKSPACE_NOT_LISTED.with(accounts.host()), Cause.WORKSPACE);
        }
        return new Accepted(new TokenIdentity(
                whoami.text("chatgpt_account_id"), whoami.text("chatgpt_user_id"), whoami.text("email")));
    }

    /** The service sends a list, or an object of entries with the account inside. */
    private static Set<String> ids(ServiceReply reply) {
        JsonNode accounts = reply.json().path("accounts");
        if (!accounts.isArray() && !accounts.isObject()) {
            throw unexpected(reply);
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : accounts) {
            JsonNode account = entry.has("account") ? entry.path("account") : entry;
            account.path("id").stringValueOpt().ifPresent(ids::add);
            account.path("account_id").stringValueOpt().ifPresent(ids::add);
        }
        return ids;
    }

    private static RuntimeException unexpected(ServiceReply reply) {
        return IdentityFailure.SERVICE_ANSWER_UNEXPECTED
                .with(reply.host(), reply.described())
                .asException();
    }
}
