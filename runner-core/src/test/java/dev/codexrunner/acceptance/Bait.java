package dev.codexrunner.acceptance;

import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Credentials, new for each run, in every place where a CI machine keeps one. */
final class Bait {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final LeakSearch search = LeakSearch.forNothing();
    private final RunnerProcess runner;
    private final Path home;

    private Bait(RunnerProcess runner) {
        this.runner = runner;
        this.home = runner.folder().resolve("home");
    }

    /** Lays it all out around that run. */
    static Bait around(RunnerProcess runner, Scene scene) throws IOException {
        Bait bait = new Bait(runner);
        bait.layOutTools();
        bait.layOutCheckout();
        bait.layOutRunner(scene);
        return bait;
    }

    /** For every credential that was laid out. */
    LeakSearch search() {
        return search;
    }

    private void layOutTools() throws IOException {
        inHome(".netrc", "machine git.example.com\n  login ci\n  password " + fresh("netrc", "nrc") + "\n");
        inHome(".git-credentials", "https://ci:" + fresh("git credential", "ghp_") + "@git.example.com\n");
        inHome(".gitconfig", "[http]\n\textraheader = Authorization: Bearer " + fresh("user's git", "ghu_") + "\n");
        inHome(".vault-token", fresh("Vault token of the user", "hvs."));
        inHome(".docker/config.json", "{\"auths\":{\"r.example.com\":{\"auth\":\"" + basic("docker", "ci") + "\"}}}");
        inHome(".npmrc", "//npm.example.com/:_authToken=" + fresh("npm", "npm_") + "\n");
        inHome(".config/gh/hosts.yml", "github.com:\n    oauth_token: " + fresh("gh", "gho_") + "\n    user: ci\n");
        inHome(
                ".config/pip/pip.conf",
                "[global]\nindex-url = https://ci:" + fresh("pip", "pip") + "@p.example.com/s\n");
        inHome(".m2/settings.xml", "<server><password>" + fresh("maven", "mvn") + "</password></server>");
        inHome(".aws/credentials", "[default]\naws_secret_access_key = " + fresh("aws", "aws") + "\n");
        inHome(".ssh/id_ed25519", pem("ssh key"));
    }

    /** As actions/checkout leaves it: up to version 5 in the repository, from 6 on in a file that it includes. */
    private void layOutCheckout() throws IOException {
        Path included = runner.folder().resolve("git-credentials-1234.config");
        Files.writeString(included, header(basic("checkout, version 6", "x-access-token")));
        Path config = runner.workspace().resolve(".git/config");
        Files.writeString(
                config,
                header(basic("checkout", "x-access-token")) + "[includeIf \"gitdir:" + runner.workspace()
                        + "/.git\"]\n\tpath = " + included + "\n",
                StandardOpenOption.APPEND);
    }

    private void layOutRunner(Scene scene) throws IOException {
        IssuedCertificate client = scene.ca().issue(CertificateSpec.client("ci"));
        Path key = client.writeKey(runner.folder().resolve("client.key"));
        search.andLines("the client key", Files.readString(key));
        runner.option(
                        "--vault-client-cert",
                        client.writeChain(runner.folder().resolve("client.pem")).toString())
                .option("--vault-client-key", key.toString())
                .env("VAULT_TOKEN", fresh("Vault token in the environment", "hvs."))
                .env("GITHUB_TOKEN", fresh("job token", "ghs_"));
        Path secretId = runner.folder().resolveSibling(runner.folder().getFileName() + ".secret-id");
        search.and("the secret id", Files.readString(secretId).strip());
    }

    private static String header(String basic) {
        return "[http \"https://git.example.com/\"]\n\textraheader = AUTHORIZATION: basic " + basic + "\n";
    }

    private void inHome(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** A new secret, which is looked for from now on. */
    private String fresh(String name, String prefix) {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        String secret = prefix + HexFormat.of().formatHex(bytes);
        search.and(name, secret);
        return secret;
    }

    private String basic(String name, String user) {
        String encoded =
                Base64.getEncoder().encodeToString((user + ":" + fresh(name, "pw_")).getBytes(StandardCharsets.UTF_8));
        search.and(name + ", encoded", encoded);
        return encoded;
    }

    private String pem(String name) {
        byte[] bytes = new byte[96];
        RANDOM.nextBytes(bytes);
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        search.andLines(name, body);
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }
}
