package dev.codexrunner.cli;

import dev.codexrunner.config.ResolvedConfig;

/** Where commands and use cases meet. */
final class WiredUseCases implements UseCases {

    @Override
    public int exec(ExecRequest request, Surroundings surroundings) {
        throw new UnsupportedOperationException("exec is not wired yet");
    }

    @Override
    public int replay(ReplayRequest request, Surroundings surroundings) {
        throw new UnsupportedOperationException("replay is not wired yet");
    }

    @Override
    public int doctor(ResolvedConfig config, Surroundings surroundings) {
        throw new UnsupportedOperationException("doctor is not wired yet");
    }
}
