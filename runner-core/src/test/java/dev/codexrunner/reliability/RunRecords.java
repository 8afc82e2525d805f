package dev.codexrunner.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Small JSON files below target/reliability, from which scripts/lib/render-reliability makes docs/reliability.md. */
final class RunRecords {

    private RunRecords() {}

    static void write(String folder, String name, Map<String, Object> content) {
        if (Campaign.isBrief()) {
            return;
        }
        try {
            Path into = Files.createDirectories(Path.of("target", "reliability", folder));
            String file = Integer.toHexString(name.hashCode()) + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_");
            Files.writeString(
                    into.resolve(file.substring(0, Math.min(file.length(), 120)) + ".json"),
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
