package dev.codexrunner.jenkins.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds a request to Vault against the policy: a job must not borrow another team's token. */
final class VaultPolicy {

    private VaultPolicy() {}

    static void check(VaultRequest vault, Policy policy, Refusals refusals) {
        vault.address().ifPresent(address -> address(address, policy, refusals));
        namespace(vault, policy, refusals);
        role(vault, policy, refusals);
        vault.path().ifPresent(path -> checkPath(path, policy, refusals));
    }

    private static void address(String address, Policy policy, Refusals refusals) {
        Optional<String> origin = VaultAddress.origin(address);
        if (origin.isEmpty()) {
            refusals.add("VaultPolicy.address");
        } else {
            refusals.unless(policy.vaultAddresses(), origin.get(), "vaultAddress");
        }
    }

    private static void namespace(VaultRequest vault, Policy policy, Refusals refusals) {
        if (!policy.vaultNamespaces().isAnything()) {
            String namespace =
                    vault.namespace().map(VaultPolicy::withoutOuterSlashes).orElse("");
            if (namespace.isEmpty()) {
                refusals.add("VaultPolicy.noNamespace", policy.vaultNamespaces().inWords());
            } else {
                refusals.unless(policy.vaultNamespaces(), namespace, "vaultNamespace");
            }
        }
    }

    private static void role(VaultRequest vault, Policy policy, Refusals refusals) {
        if (policy.vaultRoles().isAnything()) {
            return;
        }
        if (vault.role().isPresent()) {
            refusals.unless(policy.vaultRoles(), vault.role().get(), "vaultRole");
        } else if (LoginMethod.named(vault.authMethod())
                .filter(LoginMethod::takesRole)
                .isPresent()) {
            refusals.add("VaultPolicy.noRole", policy.vaultRoles().inWords());
        }
    }

    /** @param text mount, path and perhaps a field */
    static void checkPath(String text, Policy policy, Refusals refusals) {
        if (policy.vaultPaths().isAnything()) {
            return;
        }
        int hash = text.lastIndexOf('#');
        String path = withoutOuterSlashes((hash < 0 ? text : text.substring(0, hash)).strip());
        String field = hash < 0 ? "access_token" : text.substring(hash + 1).strip();
        if (!isPlain(path)) {
            refusals.add("VaultPolicy.path", Refusals.quoted(text));
            return;
        }
        Permitted paths = policy.vaultPaths();
        boolean permitted =
                paths.mentions("#") ? paths.permits(path + "#" + field) || paths.permits(path) : paths.permits(path);
        if (!permitted) {
            refusals.unless(paths, path, "vaultPath");
        }
    }

    private static boolean isPlain(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        return parts.stream().noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."))
                && path.chars().noneMatch(c -> "%\\?#;".indexOf(c) >= 0);
    }

    /** Whether some path could match it. */
    static boolean isPattern(String text) {
        int hash = text.lastIndexOf('#');
        String path = withoutOuterSlashes(hash < 0 ? text : text.substring(0, hash));
        return isPlain(path.replace('?', 'x')) && !text.endsWith("#");
    }

    static String withoutOuterSlashes(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
