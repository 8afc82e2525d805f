package dev.codexrunner.preflight.credentialfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
        assertThat(new GitConfig().credentials("[http]\n extraheader = X-JFrog-Art-Api: a1 b2\n"))
                .containsExactly("a1 b2");
        assertThat(new GitConfig().credentials("[http] extraheader = CF-Access-Client-Secret: \\\n12\"34\" # why\n"))
                .containsExactly("1234");
        assertThat(new GitConfig().credentials("[http]\n\textraheader =\n[core]\n\tbare = false\n"))
                .isEmpty();
    }

    @Test
    void a_helper_of_git_that_says_the_password_itself() {
        String helper = "[credential]\n\thelper = \"!f() { echo password=%s; }; f\"\n";
        assertThat(new GitConfig().credentials(helper.formatted("helper-secret")))
                .contains("helper-secret");
        assertThat(new GitConfig().credentials(helper.formatted("$TOKEN"))).isEmpty();
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

    @Test
    void a_value_with_anything_in_it() {
        NamedValues pip = NamedValues.of("password");
        assertThat(pip.credentials("password = abc#rest\n")).contains("abc#rest");
        assertThat(pip.credentials("password = abc def ; why\n")).contains("abc", "abc def");
        assertThat(pip.credentials("{password: abc, x: y}")).contains("abc");
        assertThat(pip.credentials("index-url = https://ci:it's-1@h/simple")).contains("it's-1");
        assertThat(pip.credentials("index-url = https://ci:a@b@h/simple")).contains("a@b", "a");
        assertThat(NamedValues.of("aws_secret_access_key").credentials("aws_secret_access_key = $ecret123\n"))
                .contains("$ecret123");
        assertThat(NamedValues.of("client-key-data", "token")
                        .credentials("{\"users\":[{\"user\":{\"client-certificate-data\":\"YQ==\","
                                + "\"client-key-data\":\"Yg==\"}},{\"user\":{\"token\":\"t-1\"}}]}"))
                .contains("Yg==", "t-1")
                .doesNotContain("YQ==");
        assertThat(new GradleProperties().credentials("# x\nnexusPassword VALUE\nother:\\\n  1\nhttpToken=t\\:1"))
                .contains("VALUE", "t:1");
        assertThat(new ServiceAccountKey().credentials("{\"type\":\"x\",\"private_key\":\"-----A\\nMII\\n\"}"))
                .containsExactly("-----A\\nMII\\n", "-----A\nMII");
    }

    @Test
    void npm_s_password_as_it_is_written_and_as_it_is_meant() {
        assertThat(NamedValues.of("_password").credentials("//n/:_password=" + base64("hunter2-hunter2") + "\n"))
                .containsExactly(base64("hunter2-hunter2"), "hunter2-hunter2");
    }

    static Stream<Arguments> hiddenWhateverTheValue() {
        CredentialFormat npm = NamedValues.of("_authToken", "_auth", "_password");
        return Stream.of(
                Arguments.of(npm, "//n/:_authToken=${NPM_TOKEN}"),
                Arguments.of(npm, "\"//n/:_authToken\" = "),
                Arguments.of(NamedValues.of("aws_secret_access_key"), "aws_secret_access_key = $x"),
                Arguments.of(NamedValues.of("client-key-data"), "{\"a\":\"YQ==\",\"client-key-data\":\"\"}"),
                Arguments.of(NamedValues.of("token"), "a: {token: >-\n  abc}"),
                Arguments.of(new MavenSettings(), "<password >a</password >"),
                Arguments.of(new MavenSettings(), "<password><![CDATA[${x}]]></password>"),
                Arguments.of(new MavenSettings(), "<password>${env.PASSWORD}</password>"),
                Arguments.of(new MavenSettings(), "<password>broken"),
                Arguments.of(new GradleProperties(), "nexusPassword "),
                Arguments.of(new GradleProperties(), "a=\\u00zz\nnexusPassword=x"),
                Arguments.of(new DockerConfig(), "{\"auths\":{\"r\":{\"auth\":7}}}"),
                Arguments.of(new ServiceAccountKey(), "{}"),
                Arguments.of(new GitConfig(), "[http]\nextraheader = X-Trace: on"));
    }

    @ParameterizedTest
    @MethodSource("hiddenWhateverTheValue")
    void a_file_with_the_key_of_a_credential_is_hidden_whatever_the_value(CredentialFormat format, String text) {
        assertThat(format.holdsCredential(text)).isTrue();
    }

    @Test
    void nothing_is_hidden_where_no_key_of_a_credential_is() {
        assertThat(NamedValues.of("_auth").holdsCredential("registry=https://n/\nalways_authorised=1\n# _auth=x\n"))
                .isFalse();
        assertThat(new GradleProperties().holdsCredential("org.gradle.jvmargs=-Xmx2g\n"))
                .isFalse();
        assertThat(new MavenSettings().holdsCredential("<settings><passwords/></settings>"))
                .isFalse();
        assertThat(new DockerConfig().holdsCredential("{\"auths\":{\"r\":{}}}")).isFalse();
    }

    @Test
    void a_property_of_maven_is_no_header_of_a_server() {
        String property = "<property><name>env</name><value>production</value></property>";
        assertThat(new MavenSettings().credentials("<profile><activation>" + property + "</activation></profile>"))
                .isEmpty();
        assertThat(new MavenSettings()
                        .credentials("<server><configuration><httpHeaders>" + property
                                + "</httpHeaders></configuration></server>" + property.replace("production", "test")))
                .containsExactly("production");
        assertThat(new MavenSettings().credentials("<server><password ><![CDATA[a<b&amp;c]]></password></server>"))
                .containsExactly("a<b&amp;c");
    }

    static Stream<CredentialFormat> everyFormat() {
        return Stream.of(
                new WholeFile(),
                new Netrc(),
                new UrlCredentials(),
                new GitConfig(),
                new DockerConfig(),
                NamedValues.of("token", "password"),
                new GradleProperties(),
                new ServiceAccountKey(),
                new MavenSettings());
    }

    @ParameterizedTest
    @MethodSource("everyFormat")
    void a_large_file_takes_no_longer_than_its_length(CredentialFormat format) {
        for (String piece : List.of(
                "token:",
                "token: ",
                "password:'",
                "password=\"",
                "password ",
                "<password ",
                "<password>",
                "<a>",
                "</a>",
                "://",
                "://a:",
                "a:@",
                " ",
                "\n",
                "\\",
                "\"",
                "<![CDATA[",
                "password \"\\")) {
            String text = piece.repeat(300_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                format.holdsCredential(text);
                format.credentials(text);
                format.credentials("token" + text);
            });
        }
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
