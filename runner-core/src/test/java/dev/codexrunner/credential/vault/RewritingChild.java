package dev.codexrunner.credential.vault;

import dev.codexrunner.tls.CaBundle;
import dev.codexrunner.tls.SslContexts;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process of its own that replaces the token among its siblings, and prints its charset and how that ended. */
final class RewritingChild {

    static final String NEW_TOKEN = "at-n\u00f6\u20ac\ud83d\ude00";
    static final String OWNER = "J\u00f6rg \u20ac";

    private RewritingChild() {}

    public static void main(String[] args) throws Exception {
        String vaultToken = new String(System.in.readAllBytes(), StandardCharsets.US_ASCII);
        CaBundle bundle = CaBundle.read(List.of(Path.of(args[1])), Clock.systemUTC());
        VaultScene scene = new VaultScene(
                        URI.create(args[0]), SslContexts.create(Optional.of(bundle), Optional.empty()))
                .token(vaultToken);
        System.out.println(Charset.defaultCharset().name());
        try (VaultSession session = scene.session()) {
            VersionedSecrets kv = session.kv("secret/ci/gr\u00fcn");
            SecretVersion latest = kv.latest("secret/ci/gr\u00fcn");
            SecretFields changed = latest.fields().withText("access_token", NEW_TOKEN);
            System.out.println(kv.write("secret/ci/gr\u00fcn", changed, latest.version()));
            kv.patchCustomMetadata("secret/ci/gr\u00fcn", Map.of("codex_owner", OWNER));
            System.out.println(
                    OWNER.equals(kv.metadata("secret/ci/gr\u00fcn").custom().get("codex_owner")));
        }
    }
}
