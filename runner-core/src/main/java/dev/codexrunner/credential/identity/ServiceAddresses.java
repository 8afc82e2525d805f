package dev.codexrunner.credential.identity;

import java.net.URI;

/**
 * Where the service is asked. All are https addresses, without a slash at the end.
 *
 * @param chatgpt codex's {@code chatgpt_base_url}: the workspace
 * @param keys below which the keys lie that agent identities are signed with
 * @param agentAuth where an agent registers its tasks
 * @param tokenAuth where a personal access token is looked up
 */
public record ServiceAddresses(URI chatgpt, URI keys, URI agentAuth, URI tokenAuth) {

    private static final URI CHATGPT = URI.create("https://chatgpt.com/backend-api");
    private static final URI AUTH = URI.create("https://auth.openai.com/api/accounts");

    /** codex's own, where no setting says otherwise. */
    public static final ServiceAddresses DEFAULT = new ServiceAddresses(CHATGPT, CHATGPT, AUTH, AUTH);
}
