package dev.codexrunner.preflight.credentialfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialFilesTest {

    private static final String HEADER = "[http \"https://git.example.com/\"]\n\textraheader = AUTHORIZATION: bearer ";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, List<String>> flags = new HashMap<>();

    @BeforeEach
    void layOut() throws IOException {
        folder = folder.toRealPath();
        environment.put("HOME", folder.resolve("home").toString());
        flags.put("cd", List.of(folder.resolve("repo/sub").toString()));
        Files.createDirectories(folder.resolve("repo/sub"));
    }

    @Test
    void files_without_a_credential_are_nobody_s_business() throws IOException {
        write("home/.npmrc", "registry=https://npm.example.com/\n");
        write("home/.gitconfig", "[user]\n\tname = ci\n");
        write("home/.m2/settings.xml", "<settings><mirrors/></settings>");
        write("repo/.git/config", "[core]\n\tbare = false\n");
        assertThat(find()).isEmpty();
    }

    @Test
    void the_tools_of_the_user_each_at_its_place() throws IOException {
        write("home/.netrc", "machine a password nrc-secret");
        write("home/.docker/config.json", "{\"auths\":{\"r\":{\"identitytoken\":\"docker-secret\"}}}");
        write("home/.vault-token", "hvs.secret\n");
        write("elsewhere/npmrc", "//n/:_authToken=npm-secret");
        environment.put(
                "NPM_CONFIG_USERCONFIG", folder.resolve("elsewhere/npmrc").toString());
        assertThat(credentials()).containsExactly("nrc-secret", "hvs.secret", "docker-secret", "npm-secret");
    }

    @Test
    void a_checkout_s_credential_is_found_from_a_folder_within() throws IOException {
        write("repo/.git/config", HEADER + "checkout-secret\n");
        assertThat(find()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo(folder.resolve("repo/.git/config"));
            assertThat(file.purpose()).isEqualTo(CredentialFile.Purpose.REPOSITORY);
        });
        assertThat(credentials()).containsExactly("checkout-secret");
    }

    @Test
    void also_in_a_file_that_the_configuration_includes_in_a_submodule_and_in_a_worktree() throws IOException {
        write(
                "main/.git/config",
                "[core]\n\tbare = false\n[includeIf \"gitdir:/x/.git\"]\n\tpath = " + folder + "/tmp/included\n"
                        + "[include]\n\tpath = ~/of-home\n\tpath = ../relative\n");
        write("main/.git/modules/lib/config", HEADER + "submodule-secret");
        write("main/.git/worktrees/repo/commondir", "../..\n");
        write("repo/.git", "gitdir: " + folder + "/main/.git/worktrees/repo\n");
        write("tmp/included", HEADER + "included-secret");
        write("home/of-home", HEADER + "home-secret");
        write("main/relative", HEADER + "relative-secret");
        assertThat(credentials())
                .containsExactlyInAnyOrder("submodule-secret", "included-secret", "home-secret", "relative-secret");
    }

    @Test
    void files_that_include_each_other_come_to_an_end() throws IOException {
        write("repo/.git/config", "[include]\n\tpath = other\n[include]\n\tpath = config\n");
        write("repo/.git/other", "[include]\n\tpath = config\n" + HEADER + "other-secret");
        assertThat(credentials()).containsExactly("other-secret");
    }

    @Test
    void a_link_is_named_by_what_it_leads_to() throws IOException {
        Path real = write("elsewhere/netrc", "machine a password nrc-secret");
        Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(folder.resolve("home/.netrc"), real);
        assertThat(find()).extracting(CredentialFile::path).containsExactly(real);
    }

    @Test
    void a_folder_a_pipe_and_a_giant_in_the_place_of_a_file() throws Exception {
        Files.createDirectories(folder.resolve("home/.netrc"));
        assertThat(new ProcessBuilder(
                                "mkfifo", folder.resolve("home/.vault-token").toString())
                        .start()
                        .waitFor())
                .isZero();
        write("home/.git-credentials", "https://ci:first-secret@h\n" + "#".repeat(CredentialFileReader.LARGEST_BYTES));
        assertThat(find()).singleElement().satisfies(file -> {
            assertThat(file.credentials()).containsExactly(Secret.of("git-credentials", "first-secret"));
            assertThat(file.warning())
                    .hasValueSatisfying(warning ->
                            assertThat(warning).contains(".git-credentials").doesNotContain("first-secret"));
        });
    }

    @Test
    void without_HOME_the_home_of_the_account_is_searched_and_that_is_said() throws IOException {
        environment.remove("HOME");
        Path netrc = write("account/.netrc", "machine a password nrc-secret");
        CredentialExposure exposure = CredentialExposure.of(search(), Optional.empty(), List.of());
        assertThat(exposure.hidden()).containsExactly(netrc);
        assertThat(exposure.warnings()).singleElement().asString().contains("HOME", folder + "/account");
        environment.put("HOME", folder.resolve("home").toString());
        assertThat(CredentialExposure.of(search(), Optional.empty(), List.of()).warnings())
                .isEmpty();
    }

    @Test
    void what_can_be_hidden_is_and_what_can_t_be_is_warned_of() throws IOException {
        write("home/.netrc", "machine a password nrc-secret");
        write("repo/.git/config", HEADER + "checkout-secret\n");
        Path netrc = folder.resolve("home/.netrc");
        Path config = folder.resolve("repo/.git/config");

        CredentialExposure hiding = CredentialExposure.of(search(), Optional.empty(), List.of());
        assertThat(hiding.hidden()).containsExactlyInAnyOrder(config, netrc);
        assertThat(hiding.warnings()).singleElement().asString().contains("git does not work", config.toString());

        CredentialExposure unhidden = CredentialExposure.of(search(), Optional.of("there is no sandbox"), List.of());
        assertThat(unhidden.hidden()).isEmpty();
        assertThat(unhidden.warnings())
                .singleElement()
                .asString()
                .contains("there is no sandbox", netrc.toString(), config.toString());

        CredentialExposure allowed = CredentialExposure.of(search(), Optional.empty(), List.of(config));
        assertThat(allowed.hidden()).containsExactly(netrc);
        assertThat(allowed.warnings()).isEmpty();
        assertThat(allowed.secrets()).extracting(Secret::reveal).contains("checkout-secret", "nrc-secret");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<CredentialFile> find() {
        return search().files();
    }

    private CredentialSearch search() {
        return CredentialFiles.find(
                new ConfigResolver()
                        .resolve(new ConfigSources(
                                ConfigSources.Purpose.RECORDING, flags, Map.of(), Optional.empty(), Optional.empty()))
                        .config(),
                environment,
                folder.resolve("account").toString());
    }

    private List<String> credentials() {
        return find().stream()
                .flatMap(file -> file.credentials().stream())
                .map(Secret::reveal)
                .toList();
    }
}
