package dev.codexrunner.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one {@link Scene} for all test classes and hands it to them; skips them, with the reason, without codex. */
final class WithScene implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WithScene.class);

    /** What the store keeps, and closes at the very end. */
    private record Held(Optional<Scene> scene) implements AutoCloseable {
        @Override
        public void close() {
            scene.ifPresent(Scene::close);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(
                held(context).scene().isPresent(),
                "no codex: set -Dcodexrunner.codex=PATH, or let scripts/quickstart put it into .tools/codex");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return held(context).scene().orElseThrow();
    }

    private static Held held(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Held.class, key -> start(), Held.class);
    }

    private static Held start() {
        try {
            return new Held(Scene.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
