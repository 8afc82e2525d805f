package dev.codexrunner.rotation;

import java.util.Optional;

/** On an engine in memory. */
class RotationKillTest implements RotationKillContract {

    @Override
    public RotationScene scene(Optional<MetadataMode> metadata) {
        return new RotationScene(new KvInMemory(new TickingClock(), true), "secret/ci/codex", metadata);
    }

    @Override
    public Optional<String> backend() {
        return Optional.of("in memory");
    }
}
