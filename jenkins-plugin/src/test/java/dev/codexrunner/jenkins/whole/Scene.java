package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Jenkins with the plugin, an agent, OpenBao and the backend's stand-in. */
final class Scene implements AutoCloseable {

    /** The one that the agent is told of by its variable RUNNER_JAR; the plugin brings its own. */
    static final String RUNNER_JAR = "runner-core/target/codex-runner.jar";

    private final Named named;
    private final Path repository;
    private final Path folder;
    private final Services services;
    private final Controller controller;
    private final Agent agent;
    private final Figures figures;

    private Scene(
            Named named,
            Path repository,
            Path folder,
            Services services,
            Controller controller,
            Agent agent,
            Figures figures) {
        this.named = named;
        this.repository = repository;
        this.folder = folder;
        this.services = services;
        this.controller = controller;
        this.agent = agent;
        this.figures = figures;
    }

    static Scene set(Named named) throws Exception {
        return set(named, Map.of(), List.of());
    }

    /** The same with more, as of {@link #beforeThePlugin(Named, Map, List)}. */
    static Scene set(Named named, Map<String, String> environment, List<String> flags) throws Exception {
        Scene scene = beforeThePlugin(named, environment, flags);
        scene.install();
        scene.configure("setup.groovy", Map.of());
        return scene;
    }

    /** Where all of a test lies. */
    static Path folder(Named named) throws IOException {
        return Files.createDirectories(
                top().resolve("jenkins-plugin/target/whole-jenkins").resolve(named.runName()));
    }

    private static Path top() throws IOException {
        return Path.of(System.getProperty("codexrunner.root")).toRealPath();
    }

    /** All of it but the plugin. */
    static Scene beforeThePlugin(Named named) throws Exception {
        return beforeThePlugin(named, Map.of(), List.of());
    }

    /**
     * The same with a little more.
     *
     * @param environment further variables of the controller and the agent
     * @param flags further ones of the controller's Java
     */
    static Scene beforeThePlugin(Named named, Map<String, String> environment, List<String> flags) throws Exception {
        Path repository = top();
        Path folder = folder(named);
        Path resources = repository.resolve("jenkins-plugin/src/test/resources/dev/codexrunner/jenkins/whole");
        Services services = Services.start(repository, resources, folder);
        Controller controller = Controller.start(named.war(), named.plugins(), folder, environment, flags);
        String secret = controller
                .rest()
                .script(Files.readString(resources.resolve("agent.groovy"))
                        .replace("@AGENT@", folder.resolve("agent").toString())
                        .replace("@JAR@", repository.resolve(RUNNER_JAR).toString())
                        .replace("@URL@", controller.url()));
        if (!secret.matches("[0-9a-f]{64}")) {
            throw new AssertionError("The set-up failed:\n" + secret);
        }
        Map<String, String> ofTheAgent = new LinkedHashMap<>(services.variables());
        ofTheAgent.putAll(environment);
        Agent agent = Agent.connect(folder, ofTheAgent, controller, secret);
        return new Scene(named, repository, folder, services, controller, agent, new Figures(folder));
    }

    /** As an administrator does, into the running Jenkins. */
    void install() throws Exception {
        install(named.hpi());
    }

    /** The same with that file. Waits until all of the plugin is there: it is told to be active a little before. */
    void install(Path hpi) throws Exception {
        int before = controller.log().length();
        rest().install(hpi);
        Waiting.untilTrue(
                "The plugin",
                Duration.ofMinutes(2),
                () -> controller.log().substring(before).contains("Installation successful: codex-runner")
                        && pluginIsActive(controller));
    }

    /** Runs a script of the resources in the controller; it prints {@code configured} at its end. */
    void configure(String script, Map<String, String> further) throws Exception {
        Path file = repository.resolve("jenkins-plugin/src/test/resources/dev/codexrunner/jenkins/whole/" + script);
        String text = Files.readString(file)
                .replace("@SERVICES@", services.folder().toString())
                .replace("@CODEX@", services.read("codex-path"))
                .replace("@VAULT@", services.read("vault-address"));
        for (Map.Entry<String, String> each : further.entrySet()) {
            text = text.replace("@" + each.getKey() + "@", each.getValue());
        }
        String printed = rest().script(text);
        if (!printed.equals("configured")) {
            throw new AssertionError(script + " failed:\n" + printed);
        }
    }

    static boolean pluginIsActive(Controller controller) throws IOException, InterruptedException {
        String plugins = controller.rest().get("pluginManager/api/json?tree=plugins[shortName,active]");
        return plugins.replace(" ", "").contains("\"active\":true,\"shortName\":\"codex-runner\"");
    }

    /** The top of the repository. */
    Path repository() {
        return repository;
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
        return new Build(controller, figures, job, number);
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
