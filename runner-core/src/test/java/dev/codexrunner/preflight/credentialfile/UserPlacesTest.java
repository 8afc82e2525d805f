package dev.codexrunner.preflight.credentialfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPlacesTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "NPM_CONFIG_USERCONFIG, moved, home/.npmrc, moved, _authToken=npm-secret",
        "npm_config_userconfig, moved, home/.npmrc, moved, _authToken=npm-secret",
        "NETRC, moved, home/.netrc, moved, machine a password nrc-secret",
        "PIP_CONFIG_FILE, moved, home/.config/pip/pip.conf, moved, password = pip-secret",
        "AWS_SHARED_CREDENTIALS_FILE, moved, home/.aws/credentials, moved, aws_secret_access_key = aws-secret",
        "GOOGLE_APPLICATION_CREDENTIALS, moved, home/.config/gcloud/application_default_credentials.json, moved, {}",
        "CLOUDSDK_CONFIG, moved, home/.config/gcloud/application_default_credentials.json,"
                + " moved/application_default_credentials.json, {}",
        "DOCKER_CONFIG, moved, home/.docker/config.json, moved/config.json, '{\"auths\":{\"r\":{\"auth\":\"c2VjcmV0\"}}}'",
        "XDG_RUNTIME_DIR, moved, home/.config/containers/auth.json, moved/containers/auth.json,"
                + " '{\"auths\":{\"r\":{\"auth\":\"c2VjcmV0\"}}}'",
        "GH_CONFIG_DIR, moved, home/.config/gh/hosts.yml, moved/hosts.yml, oauth_token: gho-secret",
        "XDG_CONFIG_HOME, moved, home/.config/gh/hosts.yml, moved/gh/hosts.yml, oauth_token: gho-secret",
        "XDG_CONFIG_HOME, moved, home/.config/git/credentials, moved/git/credentials, https://ci:url-secret@h",
        "GIT_CONFIG_GLOBAL, moved, home/.gitconfig, moved, '[http]\nextraheader = X: header-secret'",
        "GRADLE_USER_HOME, moved, home/.gradle/gradle.properties, moved/gradle.properties, aPassword gradle-secret",
        "KUBECONFIG, moved, home/.kube/config, moved, token: kube-secret",
    })
    void a_variable_that_moves_a_file_adds_a_place(
            String variable, String named, String usual, String moved, String text) throws IOException {
        Path first = write(usual, text);
        Path second = write(moved, text);
        environment.put(variable, folder.toRealPath().resolve(named).toString());
        assertThat(found()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void KUBECONFIG_is_a_list() throws IOException {
        Path one = write("one", "token: first-secret");
        Path two = write("two", "token: second-secret");
        environment.put("KUBECONFIG", one + ":" + folder + "/missing::" + two);
        assertThat(found()).containsExactlyInAnyOrder(one, two);
    }

    private List<Path> found() throws IOException {
        environment.put("HOME", folder.toRealPath().resolve("home").toString());
        ConfigSources sources = new ConfigSources(
                ConfigSources.Purpose.RECORDING,
                Map.of("cd", List.of(folder.toString())),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return CredentialFiles.find(new ConfigResolver().resolve(sources).config(), environment).files().stream()
                .map(CredentialFile::path)
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
