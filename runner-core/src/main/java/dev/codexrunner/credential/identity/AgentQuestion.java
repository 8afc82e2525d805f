package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.AgentClaims;
import dev.codexrunner.credential.identity.IdentityAnswer.Accepted;
import dev.codexrunner.credential.identity.IdentityAnswer.Cause;
import dev.codexrunner.credential.identity.IdentityAnswer.Refused;
import dev.codexrunner.credential.identity.RefusalRules.Proof;
import dev.codexrunner.secret.Secret;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is asked about an agent identity: the keys it is signed with, a task in its name, its workspace. */
record AgentQuestion(ServiceCalls calls, ServiceAddresses addresses, RefusalRules rules, Consumer<Secret> learn) {

    /** The check that codex makes by itself, against the keys that the service publishes. Sends nothing secret. */
    Optional<Refused> signatureRefusal(AgentClaims claims, Secret jwt) {
        ServiceReply reply = calls.call(addresses.jwks(), request -> request);
        if (!reply.isSuccess()) {
            throw unexpected(reply);
        }
        SigningKeys keys = SigningKeys.of(reply);
        Optional<String> keyId = claims.keyId().filter(keys::holds);
        if (keyId.isEmpty()) {
            return Optional.of(
                    new Refused(IdentityFailure.TOKEN_KEY_NOT_PUBLISHED.with(reply.host()), Cause.SIGNATURE));
        }
        return keys.verifies(jwt.reveal(), keyId.get(), reply)
                ? Optional.empty()
                : Optional.of(new Refused(IdentityFailure.TOKEN_SIGNATURE_WRONG.with(reply.host()), Cause.SIGNATURE));
    }

    /** Whether the service takes requests in the agent's name. */
    IdentityAnswer ask(AgentClaims claims, AgentSignature signature) {
        ServiceReply registered = calls.call(
                addresses.taskRegistration(claims.runtimeId()),
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                signature.registration().reveal())));
        if (!registered.isSuccess()) {
            return rules.refusal(registered, Proof.SIGNED_REGISTRATION).orElseThrow(() -> unexpected(registered));
        }
        Optional<Secret> task =
                registered.text("task_id").or(() -> registered.text("taskId")).map(id -> Secret.of("agent-task", id));
        task.ifPresent(learn);
        if (task.isEmpty() && !isEncrypted(registered)) {
            throw unexpected(registered);
        }
        return task.flatMap(id -> workspaceRefusal(claims, signature, id))
                .map(IdentityAnswer.class::cast)
                .orElseGet(() -> new Accepted(
                        new TokenIdentity(Optional.of(claims.accountId()), claims.userId(), claims.email())));
    }

    /** codex opens such an id with the agent's key; that it was issued is answer enough here. */
    private static boolean isEncrypted(ServiceReply registered) {
        return registered
                .text("encrypted_task_id")
                .or(() -> registered.text("encryptedTaskId"))
                .isPresent();
    }

    /** What codex asks of the workspace first. Other answers than a refusal say nothing of the token. */
    private Optional<Refused> workspaceRefusal(AgentClaims claims, AgentSignature signature, Secret task) {
        return Stream.of(Optional.of(addresses.policyBundle()), addresses.models())
                .flatMap(Optional::stream)
                .map(target -> calls.call(target, request -> {
                    request.header("Authorization", signature.assertion(task).reveal())
                            .header("ChatGPT-Account-ID", claims.accountId());
                    return claims.fedramp() ? request.header("X-OpenAI-Fedramp", "true") : request;
                }))
                .filter(reply -> !reply.isSuccess())
                .flatMap(reply -> rules.refusal(reply, Proof.SIGNED_ASSERTION).stream())
                .findFirst();
    }

    private static RuntimeException unexpected(ServiceReply reply) {
        return IdentityFailure.SERVICE_ANSWER_UNEXPECTED
                .with(reply.host(), reply.described())
                .asException();
    }
}
