package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The build step in Maven and matrix jobs. In the Jenkins that the system properties of {@link WholeJenkinsIT} name. */
class OtherJobTypesIT {

    private static final Duration A_RUN = Duration.ofMinutes(4);

    private static Optional<Scene> started = Optional.empty();

    @BeforeAll
    static void boot() throws Exception {
        started = Optional.of(Scene.set(Named.orSkip("Maven and matrix jobs in a whole Jenkins")));
    }

    @AfterAll
    static void end() throws Exception {
        if (started.isPresent()) {
            scene().close();
        }
    }

    private static Scene scene() {
        return started.orElseThrow();
    }

    @Test
    void each_configuration_of_a_matrix_has_its_run_and_the_whole_shows_them_all() throws Exception {
        requirePlugin("matrix-project");
        // Configurations go to any node, and only the agent's variables tell codex where the stand-in is.
        scene().rest().script("Jenkins.get().numExecutors = 0; Jenkins.get().save()");
        scene().rest().create("matrix", """
                <?xml version="1.1" encoding="UTF-8"?>
                <matrix-project>
                  <assignedNode>linux</assignedNode>
                  <canRoam>false</canRoam>
                  <axes>
                    <hudson.matrix.TextAxis><name>KIND</name><values><string>one</string><string>two</string></values></hudson.matrix.TextAxis>
                  </axes>
                  <builders>%s%s</builders>
                  <publishers/>
                  <buildWrappers/>
                  <executionStrategy class="hudson.matrix.DefaultMatrixExecutionStrategyImpl"/>
                </matrix-project>
                """.formatted(runCodex(), printToken()));

        build("matrix");

        for (String configuration : List.of("one", "two")) {
            String job = "job/matrix/KIND=" + configuration + "/";
            assertThat(result(job)).as(console(job)).isEqualTo("SUCCESS");
            assertMasked(job);
            assertThat(scene().rest().get(job + "1/codex-runner/api/json?depth=2"))
                    .contains("\"count\":1", "\"kind\":\"success\"", "\"name\":\"matrix.KIND-" + configuration);
            assertThat(scene().rest().get(job)).contains("codex-trend");
            assertThat(scene().rest().get(job + "codex-trend/api/json?depth=2")).contains("\"successPercent\":100");
        }
        assertThat(result("job/matrix/")).isEqualTo("SUCCESS");
        String whole = scene().rest().get("job/matrix/1/codex-runner/api/json?depth=2");
        assertThat(whole).contains("\"count\":2", "\"failed\":0", "KIND-one", "KIND-two");
        assertThat(scene().rest().get("job/matrix/1/")).contains("codex-runner/run/");
        for (String id : stepIds(whole)) {
            String page = scene().rest().get("job/matrix/1/codex-runner/run/" + id + "/");
            assertThat(page).contains("FINDINGS.md", "<strong>no test</strong>");
        }
        assertThat(scene().rest().get("job/matrix/")).contains("codex-trend");
        assertThat(scene().rest().get("job/matrix/codex-trend/api/json?depth=2"))
                .contains("\"successPercent\":100");
        scene().figures()
                .note("matrix of two: SUCCESS, masked; pages and trends of the configurations and of the whole");
    }

    @Test
    void a_maven_job_runs_it_before_and_after_maven() throws Exception {
        requirePlugin("maven-plugin");
        String installed = scene().rest().script("""
                def maven = new hudson.tasks.Maven.MavenInstallation('maven', '%s', [])
                Jenkins.get().getDescriptorByType(hudson.tasks.Maven.MavenInstallation.DescriptorImpl).installations = [maven] as hudson.tasks.Maven.MavenInstallation[]
                println 'installed'
                """.formatted(maven()));
        assertThat(installed).isEqualTo("installed");
        Path workspace = Files.createDirectories(scene().agent().workspace("maven"));
        Files.writeString(workspace.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId><artifactId>shop</artifactId><version>1</version><packaging>pom</packaging>
                </project>
                """);
        scene().rest().create("maven", """
                <?xml version="1.1" encoding="UTF-8"?>
                <maven2-moduleset>
                  <assignedNode>linux</assignedNode>
                  <canRoam>false</canRoam>
                  <goals>-o -B validate</goals>
                  <mavenName>maven</mavenName>
                  <aggregatorStyleBuild>true</aggregatorStyleBuild>
                  <prebuilders>%s%s</prebuilders>
                  <postbuilders>%s</postbuilders>
                  <runPostStepsIfResult><name>SUCCESS</name><ordinal>0</ordinal><color>BLUE</color><completeBuild>true</completeBuild></runPostStepsIfResult>
                </maven2-moduleset>
                """.formatted(runCodex(), printToken(), runCodex()));

        build("maven");

        assertThat(result("job/maven/")).as(console("job/maven/")).isEqualTo("SUCCESS");
        assertThat(console("job/maven/")).contains("BUILD SUCCESS");
        assertMasked("job/maven/");
        assertThat(scene().rest().get("job/maven/1/codex-runner/api/json?depth=2"))
                .contains("\"count\":2", "\"failed\":0", "\"kind\":\"success\"");
        assertThat(scene().rest().get("job/maven/1/")).contains("codex-runner/run/");
        assertThat(scene().rest().get("job/maven/")).contains("codex-trend");
        assertThat(scene().rest().get("job/maven/codex-trend/")).contains("#1");
        scene().figures().note("Maven job with the step before and after Maven: SUCCESS, masked; page and trend");
    }

    /** Of this build: it is run by one. */
    private static Path maven() throws IOException {
        Path home = Path.of(System.getProperty("maven.home", ""));
        if (!Files.exists(home.resolve("bin/mvn"))) {
            throw new AssertionError("-Dmaven.home= names no Maven: " + home);
        }
        return home.toRealPath();
    }

    private static void requirePlugin(String name) throws Exception {
        String plugins = scene().rest().get("pluginManager/api/json?tree=plugins[shortName]");
        Assumptions.assumeTrue(plugins.contains("\"" + name + "\""), "the named plugins have no " + name);
    }

    private static void build(String job) throws Exception {
        scene().rest().post("job/" + job + "/build");
        Waiting.untilTrue("The end of " + job, A_RUN, () -> {
            var answer = scene().rest().answer("job/" + job + "/1/api/json?tree=building");
            return answer.statusCode() == 200
                    && answer.body().contains("\"building\":false")
                    && console("job/" + job + "/").contains("Finished: ");
        });
        scene().figures().keep("consoles", job + ".txt", console("job/" + job + "/"));
    }

    private static String result(String job) throws Exception {
        return scene().rest().get(job + "1/api/json?tree=result").replaceAll(".*\"result\":\"?(\\w+).*", "$1");
    }

    private static String console(String job) throws Exception {
        return scene().rest().get(job + "1/consoleText");
    }

    private static List<String> stepIds(String runs) {
        return java.util.regex.Pattern.compile("\"stepId\":\"([^\"]+)\"")
                .matcher(runs)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** As a build step's configuration. */
    private static String runCodex() throws IOException {
        return """
                <dev.codexrunner.jenkins.exec.CodexExecBuilder><step>
                  <prompt>[review] Review this</prompt>
                  <credentialsId>access-token</credentialsId>
                  <sandbox>workspace-write</sandbox>
                  <caBundle>%s</caBundle><codexPath>%s</codexPath><config>%s</config>
                </step></dev.codexrunner.jenkins.exec.CodexExecBuilder>
                """.formatted(
                        scene().services().authorities(),
                        scene().services().read("codex-path"),
                        Jobs.escaped(scene().services().config(true)));
    }

    /** In two pieces, so that only what is printed is the token, and the job's own text is not. */
    private static String printToken() throws IOException {
        String token = scene().services().read("backend/token");
        int half = token.length() / 2;
        return Jobs.shell("set +x; printf 'the token is '; printf %s '" + token.substring(0, half) + "'; echo '"
                + token.substring(half) + "'");
    }

    private static void assertMasked(String job) throws Exception {
        assertThat(console(job))
                .contains("the token is [redacted:")
                .doesNotContain(scene().services().read("backend/token"));
    }
}
