package dev.codexrunner.jenkins.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Jenkins by its remote interface, without a login: it listens on loopback and lets everybody in. */
final class Rest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern CRUMB = Pattern.compile("\"crumb\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    private final URI root;

    Rest(URI root) {
        this.root = root;
    }

    URI at(String path) {
        return root.resolve(path);
    }

    HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer.body();
    }

    /** The answer's body; what is neither success nor redirection fails. */
    String post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        Matcher crumb = CRUMB.matcher(get("crumbIssuer/api/json"));
        if (!crumb.find()) {
            throw new AssertionError("Jenkins gives no crumb");
        }
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .header("Jenkins-Crumb", crumb.group(1))
                .POST(body)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer.body();
    }

    void post(String path) throws IOException, InterruptedException {
        post(path, "application/x-www-form-urlencoded", BodyPublishers.noBody());
    }

    /** What a script prints that runs in the controller. */
    String script(String groovy) throws IOException, InterruptedException {
        return form("scriptText", "script", groovy);
    }

    /** What Jenkins' linter says of a declarative Pipeline. */
    String lint(String jenkinsfile) throws IOException, InterruptedException {
        return form("pipeline-model-converter/validate", "jenkinsfile", jenkinsfile);
    }

    private String form(String path, String field, String value) throws IOException, InterruptedException {
        String body = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body))
                .strip();
    }

    void create(String job, String configXml) throws IOException, InterruptedException {
        create("", job, configXml);
    }

    /** @param folder its path, with a slash at the end */
    void create(String folder, String job, String configXml) throws IOException, InterruptedException {
        post(folder + "createItem?name=" + job, "application/xml", BodyPublishers.ofString(configXml));
    }

    /** As the form for plugins does: two parts, of which the second may be empty but not absent. */
    void install(Path plugin) throws IOException, InterruptedException {
        String boundary = "part-of-a-form";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"name\"; filename=\""
                        + plugin.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(Files.readAllBytes(plugin));
        form.writeBytes(("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"pluginUrl\"\r\n\r\n\r\n--"
                        + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        post(
                "pluginManager/uploadPlugin",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(form.toByteArray()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
    }
}
