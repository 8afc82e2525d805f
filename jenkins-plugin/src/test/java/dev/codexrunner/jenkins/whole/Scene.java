package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Jenkins with the plugin, an agent, OpenBao and the backend's stand-in. */
final class Scene implements AutoCloseable {

    private final Path folder;
    private final Services services;
    private final Controller controller;
    private final Agent agent;
    private final Figures figures;

    private Scene(Path folder, Services services, Controller controller, Agent agent, Figures figures) {
        this.folder = folder;
        this.services = services;
        this.controller = controller;
        this.agent = agent;
        this.figures = figures;
    }

    static Scene set(Named named) throws Exception {
        return set(named, Map.of(), List.of());
    }

    /** Where all of a test lies. */
    static Path folder(Named named) throws IOException {
        return Files.createDirectories(
                repository().resolve("jenkins-plugin/target/whole-jenkins").resolve(named.runName()));
    }

    private static Path repository() throws IOException {
        return Path.of(System.getProperty("codexrunner.root")).toRealPath();
    }

    /**
     * The same with a little more.
     *
     * @param environment further variables of the controller and the agent
     * @param flags further ones of the controller's Java
     */
    static Scene set(Named named, Map<String, String> environment, List<String> flags) throws Exception {
        return set(
                named, Controller.start(named.war(), named.plugins(), folder(named), environment, flags), environment);
    }

    /** The same on a controller that is up, and has not got the plugin yet. */
    static Scene set(Named named, Controller controller, Map<String, String> ofTheAgent) throws Exception {
        Path repository = repository();
        Path folder = folder(named);
        Path resources = repository.resolve("jenkins-plugin/src/test/resources/dev/codexrunner/jenkins/whole");
        Figures figures = new Figures(folder);
        Services services = Services.start(repository, resources, folder);
        install(controller, named.hpi());
        String secret = controller.rest().script(setUp(resources, folder, services, controller));
        if (!secret.matches("[0-9a-f]{64}")) {
            throw new AssertionError("The set-up failed:\n" + secret);
        }
        Map<String, String> environment = new LinkedHashMap<>(services.variables());
        environment.putAll(ofTheAgent);
        Agent agent = Agent.connect(folder, environment, controller, secret);
        return new Scene(folder, services, controller, agent, figures);
    }

    /** Waits until all of the plugin is there: it is told to be active a little before. */
    static void install(Controller controller, Path hpi) throws Exception {
        int before = controller.log().length();
        controller.rest().install(hpi);
        Waiting.untilTrue(
                "The plugin",
                Duration.ofMinutes(2),
                () -> controller.log().substring(before).contains("Installation successful: codex-runner")
                        && pluginIsActive(controller));
    }

    static boolean pluginIsActive(Controller controller) throws IOException, InterruptedException {
        String plugins = controller.rest().get("pluginManager/api/json?tree=plugins[shortName,active]");
        return plugins.replace(" ", "").contains("\"active\":true,\"shortName\":\"codex-runner\"");
    }

    private static String setUp(Path resources, Path folder, Services services, Controller controller)
            throws IOException {
        return new String(Files.readAllBytes(resources.resolve("setup.groovy")), StandardCharsets.UTF_8)
                .replace("@SERVICES@", services.folder().toString())
                .replace("@CODEX@", services.read("codex-path"))
                .replace("@VAULT@", services.read("vault-address"))
                .replace("@AGENT@", folder.resolve("agent").toString())
                .replace("@URL@", controller.url());
    }

    Path folder() {
        return folder;
    }

    Services services() {
        return services;
    }

    Controller controller() {
        return controller;
    }

    Rest rest() {
        return controller.rest();
    }

    Agent agent() {
        return agent;
    }

    Figures figures() {
        return figures;
    }

    Build start(String job, String configXml) throws Exception {
        return Build.start(controller, figures, job, configXml);
    }

    /**
     * One that there is already.
     *
     * @param job as in its address, such as {@code folder/job/name}
     */
    Build build(String job, int number) {
        return Build.of(controller, figures, job, number);
    }

    /** Of a Pipeline on the agent: what a job says about its run, with all that the stand-in needs. */
    String codexExec(String arguments) throws IOException {
        return "codexExec(" + arguments + ", codexPath: " + Jobs.quoted(services.read("codex-path")) + ", caBundle: "
                + Jobs.quoted(services.authorities()) + ", config: " + Jobs.quoted(services.config(true)) + ")";
    }

    /** The {@code vault:} input for a login by that AppRole. */
    static String byAppRole(String credentialsId) {
        return "vault: [auth: 'approle', path: 'secret/ci/codex#access_token', credentialsId: '" + credentialsId + "']";
    }

    @Override
    public void close() throws Exception {
        try {
            agent.close();
            controller.close();
        } finally {
            services.close();
        }
    }
}
