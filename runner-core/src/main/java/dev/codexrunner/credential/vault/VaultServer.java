package dev.codexrunner.credential.vault;

import dev.codexrunner.config.ConfigFailure;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.transport.ProxySettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The server and the namespace to work in.
 *
 * @param address base address, without a slash at its end
 * @param namespace namespace, empty for the root
 * @param proxies how the address is reached, to name a proxy in a failure
 * @param timeout the bound for everything, for messages
 * @param redirectHosts hosts beside its own that a standby may send us on to
 */
record VaultServer(
        String address,
        Optional<String> namespace,
        ProxySettings proxies,
        Duration timeout,
        List<String> redirectHosts) {

    static VaultServer of(VaultConfig config, ProxySettings proxies) {
        URI uri = config.vaultAddr()
                .orElseThrow(() -> ConfigFailure.VAULT_SETTING_MISSING
                        .with("--vault-addr", "--vault-addr", "There is no default address.")
                        .asException());
        String shown = shown(uri);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !(scheme.equals("https") || scheme.equals("http"))) {
            throw VaultFailure.VAULT_ADDRESS_INVALID.with(shown).asException();
        }
        if (scheme.equals("http") && !isLoopback(uri.getHost())) {
            throw VaultFailure.VAULT_PLAIN_HTTP.with(shown).asException();
        }
        return new VaultServer(
                shown.replaceAll("/+$", ""),
                config.vaultNamespace().map(String::strip).filter(name -> !name.isEmpty()),
                proxies,
                config.vaultTimeout(),
                config.vaultRedirectHost());
    }

    /** The address for a message about the way to it, with the proxy on that way. */
    String reached() {
        return proxies.proxyFor(uri())
                .map(proxy -> address + " (through the proxy " + proxy.address() + ")")
                .orElse(address);
    }

    URI uri() {
        return URI.create(address);
    }

    /** By its text: a name that resolves to loopback today may not tomorrow. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** User information can be a password: it is never shown. */
    private static String shown(URI uri) {
        return VaultText.clean(uri.toString().replaceAll("//[^/@]*@", "//"));
    }
}
