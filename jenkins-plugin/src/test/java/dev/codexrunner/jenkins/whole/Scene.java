package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
        Path repository = Path.of(System.getProperty("codexrunner.root")).toRealPath();
        Path folder = Files.createDirectories(
                repository.resolve("jenkins-plugin/target/whole-jenkins").resolve(named.runName()));
        Path resources = repository.resolve("jenkins-plugin/src/test/resources/dev/codexrunner/jenkins/whole");
        Figures figures = new Figures(folder);
        Services services = Services.start(repository, resources, folder);
        Controller controller = Controller.start(named.war(), named.plugins(), folder);
        controller.rest().install(named.hpi());
        Waiting.untilTrue("The plugin", Duration.ofMinutes(2), () -> pluginIsActive(controller));
        String secret = controller.rest().script(setUp(resources, folder, services, controller));
        if (!secret.matches("[0-9a-f]{64}")) {
            throw new AssertionError("The set-up failed:\n" + secret);
        }
        Agent agent = Agent.connect(folder, services.variables(), controller, secret);
        return new Scene(folder, services, controller, agent, figures);
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
