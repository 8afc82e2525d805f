package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The plugin comes, is replaced by a newer one, goes and comes back. In the Jenkins that the system properties of
 * {@link WholeJenkinsIT} name, with an update site that has what the plugin needs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationIT {

    private static final Duration A_RUN = Duration.ofMinutes(4);
    private static final String NEWER = "9.9.9";

    private static Optional<Named> named = Optional.empty();
    private static Optional<UpdateSiteStandIn> site = Optional.empty();
    private static Optional<Scene> started = Optional.empty();

    /** Of the first boot, which had no such plugin. */
    private static List<String> warningsWithout = List.of();

    private static Map<String, String> stored = Map.of();

    @BeforeAll
    static void boot() throws Exception {
        Named given = Named.orSkip("installation, upgrade and uninstallation in a whole Jenkins");
        named = Optional.of(given);
        UpdateSiteStandIn updateSite = UpdateSiteStandIn.start(given.plugins());
        site = Optional.of(updateSite);
        started = Optional.of(Scene.beforeThePlugin(given, Map.of(), updateSite.flags()));
        scene().rest().post("pluginManager/checkUpdatesServer");
        warningsWithout = warnings(scene().controller().log());
        scene().install();
        scene().configure("setup.groovy", Map.of());
    }

    @AfterAll
    static void end() throws Exception {
        if (started.isPresent()) {
            scene().close();
        }
        site.ifPresent(UpdateSiteStandIn::close);
    }

    private static Scene scene() {
        return started.orElseThrow();
    }

    @Test
    @Order(10)
    void it_installs_without_a_warning_of_anybody() throws Exception {
        List<String> all = warnings(scene().controller().log());

        assertThat(scene().controller().log()).contains("Starting the installation of codex-runner");
        assertThat(all.subList(warningsWithout.size(), all.size())).isEmpty();
        scene().figures().note("installation: no warning; of the boot before it: " + warningsWithout);
    }

    @Test
    @Order(20)
    void an_upgrade_keeps_what_was_configured_and_a_run_goes_on_over_it() throws Exception {
        configureFolder();
        Build.Ended before = scene().start("freestyle", freestyle()).await(A_RUN);
        assertThat(before.result()).as(before.console()).isEqualTo("SUCCESS");
        scene().rest().create("job/folder/", "team", Jobs.pipeline("echo 'never built'"));
        stored = stored();
        assertThat(stored.keySet())
                .anyMatch(file -> file.contains("CodexGlobalConfiguration"))
                .contains("jobs/folder/config.xml", "jobs/freestyle/config.xml", "jobs/freestyle/builds/1/build.xml");

        Build build = Minute.start(scene(), "upgraded");
        build.awaitLines("exit 0 after", 2);
        Path newer = newer();
        scene().rest().install(newer);
        Path installed = scene().controller().home().resolve("plugins/codex-runner.jpi");
        Waiting.untilTrue("The newer plugin", Duration.ofMinutes(1), () -> Files.mismatch(installed, newer) < 0);
        scene().controller().restart();
        scene().agent().awaitOnline();

        assertThat(version()).isEqualTo(NEWER);
        Minute.endsWithoutLoss(scene(), build, "plugin upgraded, controller restarted");
        assertThat(stored()).isEqualTo(stored);
        assertThat(summary("freestyle", 1)).contains("\"kind\":\"success\"");
        assertThat(folderPolicy()).isEqualTo("[read-only]");
        assertThat(lastStart()).isSubsetOf(warningsWithout);
    }

    @Test
    @Order(30)
    void without_it_jobs_folders_and_builds_load_and_nothing_is_lost_when_it_comes_back() throws Exception {
        stored = stored();
        scene().rest().post("pluginManager/plugin/codex-runner/doUninstall");
        scene().controller().restart();
        scene().agent().awaitOnline();

        assertThat(Scene.pluginIsActive(scene().controller())).isFalse();
        for (String job : List.of("freestyle", "upgraded")) {
            assertThat(scene().rest().get("job/" + job + "/1/api/json?tree=result"))
                    .contains("\"result\":\"SUCCESS\"");
            assertThat(scene().rest().get("job/" + job + "/")).doesNotContain("codex-trend");
        }
        assertThat(scene().rest().get("job/folder/job/team/api/json?tree=buildable"))
                .contains("\"buildable\":true");
        assertThat(scene().rest().get("manage/credentials/api/json?depth=3")).contains("access-token");
        Build.Ended other = scene().start("other", Jobs.pipeline("node('linux') { sh 'echo without' }"))
                .await(A_RUN);
        assertThat(other.result()).as(other.console()).isEqualTo("SUCCESS");
        Build.Ended step = scene().start(
                        "nobody",
                        Jobs.pipeline("node('linux') { codexExec(prompt: 'x', credentialsId: 'access-token') }"))
                .await(A_RUN);
        assertThat(step.result()).isEqualTo("FAILURE");
        assertThat(step.console()).contains("No such DSL method 'codexExec'");
        assertThat(stored()).isEqualTo(stored);

        scene().install(newer());
        scene().controller().restart();
        scene().agent().awaitOnline();

        assertThat(stored()).isEqualTo(stored);
        assertThat(summary("freestyle", 1)).contains("\"kind\":\"success\"");
        assertThat(folderPolicy()).isEqualTo("[read-only]");
        scene().rest().post("job/freestyle/build");
        Build.Ended again = scene().build("freestyle", 2).await(A_RUN);
        assertThat(again.result()).as(again.console()).isEqualTo("SUCCESS");
        assertThat(summary("freestyle", 2)).contains("\"kind\":\"success\"");
        scene().figures()
                .note("upgraded, uninstalled, installed again: " + stored.size()
                        + " files of configuration and builds byte for byte as they were; jobs run");
    }

    private static void configureFolder() throws Exception {
        scene().rest().create("folder", """
                <?xml version="1.1" encoding="UTF-8"?>
                <com.cloudbees.hudson.plugins.folder.Folder>
                  <properties>
                    <dev.codexrunner.jenkins.configuration.CodexFolderConfiguration>
                      <policy><sandboxes><string>read-only</string></sandboxes></policy>
                    </dev.codexrunner.jenkins.configuration.CodexFolderConfiguration>
                  </properties>
                </com.cloudbees.hudson.plugins.folder.Folder>
                """);
        assertThat(folderPolicy()).isEqualTo("[read-only]");
    }

    private static String folderPolicy() throws Exception {
        return scene().rest()
                .script(
                        "println Jenkins.get().getItemByFullName('folder').properties.find { it.class.simpleName == 'CodexFolderConfiguration' }.policy.sandboxes");
    }

    private static String freestyle() throws IOException {
        return Jobs.freestyle("""
                <dev.codexrunner.jenkins.exec.CodexExecBuilder><step>
                  <prompt>[review] Review this</prompt>
                  <vault><auth>approle</auth><path>secret/ci/codex#access_token</path><credentialsId>vault-runner</credentialsId></vault>
                  <sandbox>workspace-write</sandbox>
                  <caBundle>%s</caBundle><codexPath>%s</codexPath><config>%s</config>
                </step></dev.codexrunner.jenkins.exec.CodexExecBuilder>
                """.formatted(
                        scene().services().authorities(),
                        scene().services().read("codex-path"),
                        Jobs.escaped(scene().services().config(true))));
    }

    private static String summary(String job, int build) throws Exception {
        return scene().rest().get("job/" + job + "/" + build + "/codex-runner/api/json?depth=2");
    }

    /** The files in which the plugin's data lies, with what is in them. */
    private static Map<String, String> stored() throws IOException {
        Path home = scene().controller().home();
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.walk(home)) {
            for (Path file : all.filter(InstallationIT::isStored).toList()) {
                String content = Files.readString(file);
                if (content.contains("codexrunner")) {
                    files.put(home.relativize(file).toString(), content);
                }
            }
        }
        return files;
    }

    private static boolean isStored(Path file) {
        String path = file.toString();
        return path.endsWith(".xml")
                && !path.contains("/plugins/")
                && !path.contains("/war/")
                && !path.contains("/upgraded/")
                && !path.contains("/nobody/");
    }

    /** The same plugin with a newer version in its manifest. */
    private static Path newer() throws IOException {
        Path hpi = scene().folder().resolve("codex-runner.hpi");
        try (JarFile old = new JarFile(named.orElseThrow().hpi().toFile())) {
            Manifest manifest = new Manifest(old.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Plugin-Version"), NEWER);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(hpi), manifest)) {
                for (ZipEntry entry : java.util.Collections.list(old.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        old.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
        return hpi;
    }

    private static String version() throws Exception {
        return scene().rest().script("println Jenkins.get().pluginManager.getPlugin('codex-runner').version");
    }

    /** Of the last start alone. */
    private static List<String> lastStart() throws Exception {
        String log = scene().controller().log();
        return warnings(log.substring(log.lastIndexOf("Empty contextPath") - 200));
    }

    /** Without their times and threads. */
    private static List<String> warnings(String log) {
        return log.lines()
                .filter(line -> line.matches(".*\\]\\s+(WARNING|SEVERE)\\s.*"))
                .map(line -> line.replaceFirst("^.*?\\]\\s+", ""))
                .toList();
    }
}
