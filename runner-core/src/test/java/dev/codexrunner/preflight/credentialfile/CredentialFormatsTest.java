package dev.codexrunner.preflight.credentialfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialFormatsTest {

    private static final String BASIC = base64("x-access-token:ghs_0123456789abcdef");

    @Test
    void a_netrc_on_one_line_or_several_quoted_or_not() {
        assertThat(
                        new Netrc()
                                .credentials(
                                        "machine a login ci password one-1-one\nmachine b\n\tlogin ci\n\tpassword \"two \\\"2\"\n"))
                .containsExactly("one-1-one", "two \"2");
    }

    @Test
    void credentials_in_urls_also_as_they_are_meant() {
        assertThat(new UrlCredentials().credentials("https://ci:p%40ss+word@git.example.com/x.git"))
                .containsExactly("p%40ss+word", "p@ss+word");
        assertThat(new UrlCredentials().credentials("url = https://ghp_0123456789abcdef0123@github.com/x"))
                .contains("ghp_0123456789abcdef0123");
        assertThat(new UrlCredentials().credentials("git@github.com:x/y https://git@github.com/x http://[::1]:80/"))
                .isEmpty();
    }

    @Test
    void a_header_of_git_with_the_password_in_it() {
        assertThat(new GitConfig()
                        .credentials(
                                "[http \"https://github.com/\"]\n\textraheader = AUTHORIZATION: basic " + BASIC + "\n"))
                .containsExactly(BASIC, "ghs_0123456789abcdef");
        assertThat(new GitConfig().credentials("[http]\n extraHeader=\"Authorization: Bearer abc.def\"\n"))
                .containsExactly("abc.def");
        assertThat(new GitConfig().credentials("[http]\n extraheader = X-Api-Key: 12345678\n"))
                .containsExactly("12345678");
        assertThat(new GitConfig().credentials("[http]\n\textraheader = X-Trace: on\n[core]\n\tbare = false\n"))
                .isEmpty();
    }

    @Test
    void a_docker_login_and_none_where_a_helper_keeps_it() {
        assertThat(new DockerConfig()
                        .credentials("{\"auths\":{\"r\":{\"auth\":\"" + BASIC + "\",\"identitytoken\":\"t-o\"}}}"))
                .containsExactly(BASIC, "ghs_0123456789abcdef", "t-o");
        assertThat(new DockerConfig().credentials("{\"credsStore\":\"desktop\",\"auths\":{\"r\":{}}}"))
                .isEmpty();
        assertThat(new DockerConfig().credentials("{\"auths\":")).isNotEmpty();
    }

    @Test
    void named_values_but_no_references_and_no_comments() {
        NamedValues npm = NamedValues.of("_authToken", "_auth", "_password");
        assertThat(npm.credentials("registry=https://n/\n//n/:_authToken=npm_abc\n; //n/:_authToken=old\n"))
                .containsExactly("npm_abc");
        assertThat(npm.credentials("//n/:_authToken=${NPM_TOKEN}\n")).isEmpty();
        assertThat(NamedValues.of("oauth_token").credentials("github.com:\n    oauth_token: gho_1\n    user: ci\n"))
                .containsExactly("gho_1");
    }

    @Test
    void passwords_of_maven_as_written_and_as_meant() {
        assertThat(new MavenSettings().credentials("<server><password>a&amp;b</password></server>"))
                .containsExactly("a&amp;b", "a&b");
        assertThat(new MavenSettings().credentials("<password>${env.PASSWORD}</password><mirror/>"))
                .isEmpty();
    }

    static Stream<CredentialFormat> everyFormat() {
        return Stream.of(
                new WholeFile(),
                new Netrc(),
                new UrlCredentials(),
                new GitConfig(),
                new DockerConfig(),
                NamedValues.of("token", "password"),
                new MavenSettings());
    }

    @ParameterizedTest
    @MethodSource("everyFormat")
    void whatever_a_file_holds_it_is_read_without_a_word(CredentialFormat format) {
        Random random = new Random(42);
        List<String> words = List.of(
                "machine",
                "password",
                "://",
                ":",
                "@",
                "\"",
                "\\",
                "{\"auths\":",
                "}",
                "extraheader",
                "=",
                "basic",
                "<password>",
                "</password>",
                "%zz",
                "\n",
                " ",
                "\0",
                "token",
                "\uD800",
                "[",
                "]");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(40, 0, words.size()).forEach(word -> text.append(words.get(word)));
            assertThatCode(() -> format.credentials(text.toString())).doesNotThrowAnyException();
        }
        // A stack or a clock would give way here, were a pattern careless.
        assertThatCode(() -> format.credentials("password \"" + "x:@\\".repeat(200_000)))
                .doesNotThrowAnyException();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
