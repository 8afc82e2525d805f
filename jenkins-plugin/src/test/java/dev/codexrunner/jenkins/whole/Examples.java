package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of {@code jenkins-plugin/examples}, and repositories in which they are the Jenkinsfile. */
final class Examples {

    private final Scene scene;
    private final Path folder;

    Examples(Scene scene) {
        this.scene = scene;
        this.folder = scene.repository().resolve("jenkins-plugin/examples");
    }

    List<String> jenkinsfiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".Jenkinsfile"))
                    .sorted()
                    .toList();
        }
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** With that example as its Jenkinsfile, and these files besides. */
    Repository repository(String name, Map<String, String> further) throws IOException, InterruptedException {
        Map<String, String> files = new HashMap<>(further);
        files.put("Jenkinsfile", text(name + ".Jenkinsfile"));
        return Repository.create(scene.folder().resolve("repositories").resolve(name), files);
    }

    /** What the example without plugin has in {@code ci/}, with this Jenkins' addresses and paths in place of its own. */
    Map<String, String> withoutPlugin(String prompt) throws Exception {
        byte[] jar = Files.readAllBytes(scene.repository().resolve(Scene.RUNNER_JAR));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(jar);
        return Map.of(
                "ci/codex-runner.sha256",
                HexFormat.of().formatHex(digest) + "\n",
                "ci/codex-runner.yaml",
                settings(),
                "ci/review.md",
                prompt);
    }

    /** Forms of the secrets, each with the file of a console, a build or the agent that it stands in. */
    List<String> secretsKept() throws IOException {
        SecretForms forms = SecretForms.of(scene.services());
        List<String> places = new ArrayList<>();
        for (String searched : List.of("consoles", "jenkins-home/jobs", "agent")) {
            SecretForms.Found found = forms.below(scene.folder().resolve(searched));
            if (found.files() == 0) {
                throw new AssertionError("There is nothing in " + searched);
            }
            places.addAll(found.places());
        }
        return places;
    }

    private String settings() throws IOException {
        String settings = text("codex-runner.yaml");
        for (Map.Entry<String, String> here : Map.of(
                        "https://vault.example.com:8200", scene.services().read("vault-address"),
                        "example-role-id", scene.services().read("logins/runner-id"),
                        "/etc/ssl/company.pem", scene.services().authorities(),
                        "/opt/codex/node_modules/@openai/codex",
                                scene.services().read("codex-path"))
                .entrySet()) {
            if (!settings.contains(here.getKey())) {
                throw new AssertionError("codex-runner.yaml has no " + here.getKey());
            }
            settings = settings.replace(here.getKey(), here.getValue());
        }
        return settings + scene.services().config(false);
    }
}
