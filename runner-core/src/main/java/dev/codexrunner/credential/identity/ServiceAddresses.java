package dev.codexrunner.credential.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where the service is asked, without a slash at the end. {@code launch.CodexService} finds out which hold for a run.
 *
 * @param chatgpt codex's {@code chatgpt_base_url}: the workspace
 * @param keys below which the keys lie that agent identities are signed with
 * @param agentAuth where an agent registers its tasks
 * @param tokenAuth where a personal access token is looked up
 */
public record ServiceAddresses(URI chatgpt, URI keys, URI agentAuth, URI tokenAuth) {

    private static final URI CHATGPT = URI.create("https://chatgpt.com/backend-api");
    private static final URI AUTH = URI.create("https://auth.openai.com/api/accounts");
    private static final String BACKEND_API = "/backend-api";

    /** Of the codex whose calls these are. */
    private static final String CLIENT_VERSION = "0.169.0";

    /** codex's own, where no setting says otherwise. */
    public static final ServiceAddresses DEFAULT = new ServiceAddresses(CHATGPT, CHATGPT, AUTH, AUTH);

    /** @throws dev.codexrunner.failure.FailureException {@link IdentityFailure#SERVICE_ADDRESS_REFUSED} */
    void requireFitForSecrets() {
        for (URI address : List.of(chatgpt, keys, agentAuth, tokenAuth)) {
            boolean plain = address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null || !plain) {
                // Without user information, which may be a password, and without the query.
                String shown = address.getScheme() + "://" + address.getHost();
                throw IdentityFailure.SERVICE_ADDRESS_REFUSED.with(shown).asException();
            }
        }
    }

    URI jwks() {
        return below(keys, isBackendApi(keys) ? "/wham/agent-identities/jwks" : "/agent-identities/jwks");
    }

    URI taskRegistration(String runtimeId) {
        String segment = URLEncoder.encode(runtimeId, StandardCharsets.UTF_8).replace("+", "%20");
        return below(agentAuth, "/v1/agent/" + segment + "/task/register");
    }

    URI whoami() {
        return below(tokenAuth, "/v1/user-auth-credential/whoami");
    }

    URI accounts() {
        return below(chatgpt, isBackendApi(chatgpt) ? "/wham/accounts/check" : "/api/codex/accounts/check");
    }

    /** The workspace's managed policy, which codex fetches before anything else of the workspace. */
    URI policyBundle() {
        return below(chatgpt, isBackendApi(chatgpt) ? "/wham/config/bundle" : "/api/codex/config/bundle");
    }

    /** The models on offer, the first thing that codex asks of the workspace's model service; empty where it lies elsewhere. */
    Optional<URI> models() {
        return isBackendApi(chatgpt)
                ? Optional.of(below(chatgpt, "/codex/models?client_version=" + CLIENT_VERSION))
                : Optional.empty();
    }

    private static boolean isBackendApi(URI address) {
        return address.getPath().contains(BACKEND_API);
    }

    private static URI below(URI base, String path) {
        return URI.create(base + path);
    }
}
