package dev.codexrunner.config;

import java.util.List;

/** The documentation's tables, made from the catalogue. */
final class SettingTables {

    static final String BEGIN = "<!-- options:begin -->";
    static final String END = "<!-- options:end -->";

    private SettingTables() {}

    static String page() {
        StringBuilder page = new StringBuilder("""
                # Configuration

                <!-- Generated from dev.codexrunner.config.SettingCatalogue; a test compares it and says how to regenerate it. -->

                Precedence: flag, then variable `CODEX_RUNNER_*`, then Vault's or OpenBao's own variable, then the file given by
                `--config`, then the default. The file is never looked for. It is flat YAML: `key: value`, or a list where
                "several" is marked. All problems are reported at once, each with its place.

                - Durations read `90s`, `10m`, `1h`, `1h30m`. Relative paths start at the current folder.
                - A variable with several values has one on each line; names and choices may also stand between commas.
                - A switch takes no value as a flag; as a variable or key it is `true` or `false`.
                - Secrets have a variable and a `-file` sibling; as an argument or in the file they are refused.
                - Of Vault's own variables `ADDR`, `NAMESPACE`, `CACERT`, `CLIENT_CERT`, `CLIENT_KEY` and `TOKEN` are understood, with the
                  prefix `BAO_` before `VAULT_`. With the token source vault, `SKIP_VERIFY`, `CAPATH`, `TLS_SERVER_NAME` and an
                  `AGENT_ADDR` without an address are refused; `PROXY_ADDR` and `HTTP_PROXY` are passed over with a warning.
                - Not settings: `CODEX_ACCESS_TOKEN` (the token itself, for the source env) and `CODEX_RUNNER_DEBUG`.
                """);
        for (SettingGroup group : SettingGroup.values()) {
            page.append("\n## ").append(group.title()).append("\n\n");
            page.append(
                    "| flag | variable | key | value | default | meaning |\n| --- | --- | --- | --- | --- | --- |\n");
            SettingCatalogue.all().stream()
                    .filter(setting -> setting.group() == group)
                    .forEach(setting -> page.append(row(setting)));
        }
        return page.toString();
    }

    static String row(Setting<?> setting) {
        String flag = setting.flag().map(name -> "`" + name + "`").orElse("-");
        String both = setting.shortFlag().map(name -> "`" + name + "`, " + flag).orElse(flag);
        return "| %s | `%s` | %s | %s%s | %s | %s |\n"
                .formatted(
                        both,
                        setting.variable(),
                        setting.secret() ? "-" : "`" + setting.name() + "`",
                        cell(setting.placeholder()),
                        setting.shape() == Setting.Shape.LIST ? ", several" : "",
                        cell(setting.defaultDescription()),
                        cell(setting.description()));
    }

    /** The settings that a first reader needs; docs/configuration.md has all. */
    private static final List<String> MAIN = List.of(
            "prompt-file",
            "cd",
            "sandbox",
            "output-schema",
            "require",
            "fail-on",
            "model",
            "codex-path",
            "codex-sha256",
            "pass-env",
            "codex-config",
            "allow-override",
            "token-source",
            "vault-addr",
            "vault-auth",
            "vault-path",
            "ca-bundle",
            "timeout",
            "idle-timeout",
            "max-tokens",
            "retries",
            "allow-changes",
            "allow-gated-changes",
            "allow-untrusted-trigger",
            "report-dir",
            "json");

    static String shortTable() {
        StringBuilder table = new StringBuilder("| option | meaning | default |\n| --- | --- | --- |\n");
        for (String name : MAIN) {
            Setting<?> setting = SettingCatalogue.named(name).orElseThrow();
            boolean takesValue = setting.shape() != Setting.Shape.SWITCH;
            table.append("| `%s%s` | %s%s | %s |\n"
                    .formatted(
                            setting.flag().orElseThrow(),
                            takesValue ? " " + cell(setting.placeholder()) : "",
                            cell(setting.description()),
                            setting.shape() == Setting.Shape.LIST ? " (repeatable)" : "",
                            takesValue ? cell(setting.defaultDescription()) : ""));
        }
        return table.toString();
    }

    static String between(String readme, String table) {
        return readme.substring(0, readme.indexOf(BEGIN))
                + BEGIN
                + "\n\n"
                + table
                + "\n"
                + readme.substring(readme.indexOf(END));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
