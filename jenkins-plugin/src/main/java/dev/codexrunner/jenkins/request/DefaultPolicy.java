package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where policies begin. */
final class DefaultPolicy {

    static final List<String> SANDBOXES = List.of("read-only", "workspace-write");
    static final List<String> CODEX_PATHS = List.of(Policy.PATH);

    /** What {@link PolicyEntries#DEFAULT} stands for, by what the lists are about. */
    static final Map<String, List<String>> LISTS =
            Map.of("sandbox", SANDBOXES, "codexPath", CODEX_PATHS, "setting", SettingNames.HARMLESS);

    /** Of a controller whose administrator has configured nothing. */
    static final Policy CONTROLLER = new Policy(
            Permitted.only(SANDBOXES),
            Permitted.anything(),
            Permitted.nothing(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.only(CODEX_PATHS),
            Permitted.only(SettingNames.HARMLESS),
            Permitted.anything(),
            Permitted.nothing(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    /** Of a folder that narrows nothing. */
    static final Policy UNRESTRICTED = new Policy(
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    private DefaultPolicy() {}
}
