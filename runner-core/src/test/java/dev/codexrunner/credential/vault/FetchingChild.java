package dev.codexrunner.credential.vault;

import dev.codexrunner.tls.CaBundle;
import dev.codexrunner.tls.SslContexts;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A process of its own that fetches and prints: its charset, then the token in base64. */
final class FetchingChild {

    private FetchingChild() {}

    public static void main(String[] args) throws Exception {
        String secretId = new String(System.in.readAllBytes(), StandardCharsets.US_ASCII);
        CaBundle bundle = CaBundle.read(List.of(Path.of(args[1])), Clock.systemUTC());
        VaultScene scene = new VaultScene(
                        URI.create(args[0]), SslContexts.create(Optional.of(bundle), Optional.empty()))
                .appRole(args[2], secretId)
                .namespace("team1");
        String token = scene.fetched();
        System.out.println(Charset.defaultCharset().name());
        System.out.println(Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
    }
}
