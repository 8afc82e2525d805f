package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code config} input: lines of {@code key: value}, and lists with {@code - value} on lines below their key. What is
 * read here is written anew for the runner, so that it reads nothing else than what was held against the policy; of YAML
 * only this much is understood, and everything else is a problem, named by its line.
 *
 * @param settings in the order in which they stand there
 * @param problems each with its line and what to do
 */
public record ConfigText(Map<String, List<String>> settings, List<String> problems) {

    public ConfigText {
        settings = SettingsMap.copyOf(settings);
        problems = List.copyOf(problems);
    }

    public static ConfigText parse(String text) {
        return new Parser().parse(text);
    }

    /**
     * What a Pipeline gives as a map, as text: texts, numbers and truth values, and lists of these.
     *
     * @throws IllegalArgumentException where there is anything else in it
     */
    public static String of(Map<?, ?> config) {
        StringBuilder text = new StringBuilder();
        config.forEach((key, value) -> {
            text.append(key).append(':');
            if (value instanceof Iterable<?> values) {
                values.forEach(each -> text.append("\n  - ").append(scalar(key, each)));
            } else {
                text.append(' ').append(scalar(key, value));
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String scalar(Object key, @Nullable Object value) {
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
            return "'" + value.toString().replace("'", "''") + "'";
        }
        throw new IllegalArgumentException(Texts.of("ConfigText.map", key));
    }

    private static final class Parser {

        private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

        private final Map<String, List<String>> settings = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private String key = "";
        private boolean mayList;
        private int number;

        ConfigText parse(String text) {
            for (String line : text.split("\\R", -1)) {
                number++;
                String content = line.strip();
                if (!content.isEmpty() && !content.startsWith("#") && !(content.equals("---") && settings.isEmpty())) {
                    line(line, content);
                }
            }
            return new ConfigText(settings, problems);
        }

        private void line(String line, String content) {
            if (content.equals("-") || content.startsWith("- ")) {
                item(content.substring(1));
            } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                problem("ConfigText.blank");
            } else {
                setting(content);
            }
        }

        private void setting(String content) {
            int colon = content.indexOf(':');
            boolean separated =
                    colon > 0 && (colon == content.length() - 1 || Character.isWhitespace(content.charAt(colon + 1)));
            if (!separated) {
                problem("ConfigText.form");
                return;
            }
            key = content.substring(0, colon);
            if (!KEY.matcher(key).matches()) {
                problem("ConfigText.name");
                return;
            }
            String value = content.substring(colon + 1).strip();
            mayList = value.isEmpty() || value.startsWith("#");
            if (settings.containsKey(key)) {
                problem("ConfigText.again", Refusals.quoted(key));
            } else if (mayList) {
                settings.put(key, new ArrayList<>());
            } else {
                List<String> values = new ArrayList<>();
                value(value, values);
                settings.put(key, values);
            }
        }

        private void item(String rest) {
            List<String> values = settings.get(key);
            if (!mayList || values == null) {
                problem("ConfigText.item");
            } else {
                value(rest.strip(), values);
            }
        }

        private void value(String text, List<String> values) {
            ScalarText.read(text).ifPresentOrElse(values::add, () -> problem("ConfigText.value"));
        }

        private void problem(String what, Object... values) {
            problems.add(Texts.of("ConfigText.line", Integer.toString(number), Texts.of(what, values)));
        }
    }
}
