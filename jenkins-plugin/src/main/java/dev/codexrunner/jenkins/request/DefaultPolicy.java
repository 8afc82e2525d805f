package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where policies begin. */
final class DefaultPolicy {

    /** Of a controller whose administrator has configured nothing. */
    static final Policy CONTROLLER = new Policy(
            Permitted.only(List.of("read-only", "workspace-write")),
            Permitted.anything(),
            Permitted.nothing(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.anything(),
            Permitted.only(List.of(Policy.PATH)),
            Permitted.only(SettingNames.HARMLESS),
            List.of(),
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
            List.of(),
            Optional.empty(),
            Map.of());

    private DefaultPolicy() {}
}
