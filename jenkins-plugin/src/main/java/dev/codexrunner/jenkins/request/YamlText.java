package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;

/** Writes settings as YAML in one form only: each value between double quotes, what is not plain ASCII escaped. */
final class YamlText {

    private YamlText() {}

    static String of(Map<String, List<String>> settings) {
        StringBuilder yaml = new StringBuilder();
        settings.forEach((key, values) -> {
            if (values.size() == 1) {
                yaml.append(key).append(": ").append(quoted(values.get(0))).append('\n');
            } else if (!values.isEmpty()) {
                yaml.append(key).append(":\n");
                values.forEach(
                        value -> yaml.append("  - ").append(quoted(value)).append('\n'));
            }
        });
        return yaml.toString();
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c <= '~') {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\U%08X", c));
            }
        });
        return quoted.append('"').toString();
    }
}
