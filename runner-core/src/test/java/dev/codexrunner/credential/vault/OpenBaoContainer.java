package dev.codexrunner.credential.vault;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultBackend;
import dev.codexrunner.testkit.vault.VaultOperator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/**
 * OpenBao in a container: an image of nothing but the static binary, so that no registry is needed; TLS with a
 * certificate of ours, initialised and unsealed by us. Testcontainers' own {@code VaultContainer} does not fit: it starts a
 * development server in plain http with {@code vault}'s own programs inside.
 */
final class OpenBaoContainer implements VaultBackend {

    private static final int PORT = 8200;

    private static final String CONFIG = """
            storage "inmem" {}
            listener "tcp" {
              address = "0.0.0.0:%1$d"
              tls_cert_file = "/bao/server.pem"
              tls_key_file = "/bao/server.key"
            }
            api_addr = "https://127.0.0.1:%1$d"
            """.formatted(PORT);

    private final GenericContainer<?> container;
    private final ImageFromDockerfile image;
    private final VaultOperator operator;

    private OpenBaoContainer(GenericContainer<?> container, ImageFromDockerfile image, VaultOperator operator) {
        this.container = container;
        this.image = image;
        this.operator = operator;
    }

    /**
     * Builds the image, starts it, and makes the server ready to serve.
     *
     * @param binary OpenBao for Linux, statically linked
     * @param folder for the certificate and its key
     */
    static OpenBaoContainer start(Path binary, Path folder, PrivateCa ca) throws IOException {
        ImageFromDockerfile image = new ImageFromDockerfile()
                .withFileFromPath("bao", binary)
                .withDockerfileFromBuilder(dockerfile -> dockerfile
                        .from("scratch")
                        .copy("bao", "/bin/bao")
                        .entryPoint("/bin/bao", "server", "-config=/bao/bao.hcl")
                        .build());
        GenericContainer<?> container = new GenericContainer<>(image).withImagePullPolicy(name -> false);
        IssuedCertificate certificate =
                ca.issue(CertificateSpec.loopbackServer().withHosts("localhost", "127.0.0.1", container.getHost()));
        container
                .withCopyToContainer(Transferable.of(CONFIG), "/bao/bao.hcl")
                .withCopyToContainer(
                        MountableFile.forHostPath(certificate.writeChain(folder.resolve("container.pem"))),
                        "/bao/server.pem")
                .withCopyToContainer(
                        MountableFile.forHostPath(certificate.writeKey(folder.resolve("container.key"))),
                        "/bao/server.key")
                .withEnv("HOME", "/bao")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forLogMessage(".*server started!.*", 1).withStartupTimeout(Duration.ofSeconds(60)));
        try {
            container.start();
            URI address = URI.create("https://" + container.getHost() + ":" + container.getMappedPort(PORT));
            VaultOperator operator = new VaultOperator(address, ca.clientContext());
            operator.initialise();
            return new OpenBaoContainer(container, image, operator);
        } catch (RuntimeException e) {
            remove(container, image);
            throw e;
        }
    }

    @Override
    public URI address() {
        return operator.address();
    }

    @Override
    public String rootToken() {
        return operator.rootToken();
    }

    @Override
    public void seal() {
        operator.seal();
    }

    @Override
    public void unseal() {
        operator.unseal();
    }

    @Override
    public void close() {
        remove(container, image);
    }

    /** Without Ryuk nobody else removes the image, and it is large. */
    private static void remove(GenericContainer<?> container, ImageFromDockerfile image) {
        container.close();
        try {
            container
                    .getDockerClient()
                    .removeImageCmd(image.getDockerImageName())
                    .exec();
        } catch (NotFoundException e) {
            // It was never built, which the start has reported.
        }
    }
}
