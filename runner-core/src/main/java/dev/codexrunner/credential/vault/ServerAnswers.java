package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.transport.ConnectionDiagnosis;
import java.util.Optional;

/** Tells the answers that concern the server from those that concern the request. Pure. */
final class ServerAnswers {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private ServerAnswers() {}

    /** The failure that this answer means whatever was asked; empty where the asker has to judge it. */
    static Optional<Failure> failureIn(VaultReply reply, VaultServer server) {
        String at = server.address();
        String words = VaultText.clean(reply.words());
        int status = reply.status();
        if (status == PROXY_AUTHENTICATION_REQUIRED) { // never Vault's: it comes before the tunnel stands
            return ConnectionDiagnosis.ofResponse(status, "", server.uri(), server.proxies());
        }
        // The order matters: a proxy answers with any status, so that HTML is looked for first.
        if (reply.isHtml()) {
            return Optional.of(VaultFailure.VAULT_HTML.with(at, status));
        }
        if (reply.says("namespace not found") || reply.says("no namespace")) {
            return Optional.of(VaultFailure.VAULT_NAMESPACE_NOT_FOUND.with(
                    at, server.namespace().orElse("(root)"), words));
        }
        return switch (status) {
            case 200 ->
                reply.isJsonObject()
                        ? Optional.empty()
                        : Optional.of(VaultFailure.VAULT_ANSWER_NOT_JSON.with(at, status));
            case 204, 400, 401, 403, 404, 405 -> Optional.empty();
            case 301, 302, 303, 307, 308 ->
                Optional.of(VaultFailure.VAULT_STANDBY_REDIRECT.with(
                        at, VaultText.clean(withoutQuery(reply.location().orElse("an unnamed address")))));
            case 412 -> Optional.of(VaultFailure.VAULT_REPLICA_LAG.with(at, words));
            case 429 -> Optional.of(VaultFailure.VAULT_RATE_LIMITED.with(at, words));
            case 472, 473 -> Optional.of(VaultFailure.VAULT_STANDBY.with(at, status));
            case 501 -> Optional.of(VaultFailure.VAULT_NOT_INITIALISED.with(at));
            case 503 ->
                Optional.of(
                        reply.says("sealed")
                                ? VaultFailure.VAULT_SEALED.with(at)
                                : VaultFailure.VAULT_SERVER_ERROR.with(at, status, words));
            default ->
                Optional.of(
                        status >= 500
                                ? VaultFailure.VAULT_SERVER_ERROR.with(at, status, words)
                                : VaultFailure.VAULT_UNEXPECTED_STATUS.with(at, status, words));
        };
    }

    private static String withoutQuery(String location) {
        int query = location.indexOf('?');
        return query < 0 ? location : location.substring(0, query);
    }
}
