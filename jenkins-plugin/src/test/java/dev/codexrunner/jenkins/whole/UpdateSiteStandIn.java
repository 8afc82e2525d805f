package dev.codexrunner.jenkins.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jenkins' update site, on loopback: it lists the plugins of a folder, in the versions that they have there. */
final class UpdateSiteStandIn implements AutoCloseable {

    private final HttpServer server;
    private final Path plugins;

    private UpdateSiteStandIn(HttpServer server, Path plugins) {
        this.server = server;
        this.plugins = plugins;
    }

    static UpdateSiteStandIn start(Path plugins) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        UpdateSiteStandIn site = new UpdateSiteStandIn(server, plugins);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** With which a controller asks this one. */
    List<String> flags() {
        return List.of(
                "-Dhudson.model.UpdateCenter.never=false",
                "-Dhudson.model.UpdateCenter.updateCenterUrl=" + url(),
                "-Dhudson.model.DownloadService.noSignatureCheck=true");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isIndex = exchange.getRequestURI().getPath().equals("/update-center.json");
            // Everything else is a list of tools that Jenkins could install.
            byte[] body = (isIndex ? index() : "{\"list\":[]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String index() throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.toString().endsWith("pi")).toList()) {
                all.append(all.length() == 0 ? "" : ",").append(entry(file));
            }
            return "{\"updateCenterVersion\":1,\"id\":\"default\",\"plugins\":{" + all + "},\"warnings\":[]}";
        }
    }

    private String entry(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes manifest = Objects.requireNonNull(jar.getManifest(), "a plugin has a manifest")
                    .getMainAttributes();
            String name = manifest.getValue("Short-Name");
            return """
                    "%s":{"name":"%s","version":"%s","url":"%s%s.hpi","requiredCore":"%s","title":"%s","dependencies":[%s]}
                    """.formatted(
                            name,
                            name,
                            manifest.getValue("Plugin-Version"),
                            url(),
                            name,
                            manifest.getValue("Jenkins-Version"),
                            name,
                            dependencies(manifest.getValue("Plugin-Dependencies")));
        }
    }

    /** @param listed as {@code name:version;resolution:=optional}, with commas between; null where there are none */
    private static String dependencies(@org.jspecify.annotations.Nullable String listed) {
        return listed == null
                ? ""
                : Stream.of(listed.split(","))
                        .map(each -> each.split("[:;]", 3))
                        .map(each -> "{\"name\":\"%s\",\"version\":\"%s\",\"optional\":%s}"
                                .formatted(each[0], each[1], each.length > 2))
                        .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
