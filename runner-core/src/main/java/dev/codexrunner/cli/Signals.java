package dev.codexrunner.cli;

import dev.codexrunner.run.Cancellation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns INT, TERM and HUP into the end of the run, its report included, and sees to it that the process is gone in time:
 * GitHub kills seven and a half seconds after INT.
 *
 * <p>The JDK's only way to a signal is {@code sun.misc.Signal}, which {@code --release} hides from the compiler; hence the
 * reflection. Where it isn't there, a signal ends the JVM at once, and the reaper cleans up.
 *
 * <p>The first signal counts, and that is the first one the JVM hands out: of those pending at the same time it takes the
 * lowest number first, each to a thread of its own, and not in the order in which they were sent. Any of them ends the run.
 */
final class Signals implements AutoCloseable {

    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
    private static final Duration LAST_MOMENT = Duration.ofMillis(6_800);
    private static final int SIGNAL_BASE = 128;

    private final Map<Object, Object> previous = new LinkedHashMap<>();

    private Signals() {}

    /** From now on these signals end the run. */
    static Signals cancelling(Cancellation cancellation) {
        Signals signals = new Signals();
        NUMBERS.forEach((name, number) -> signals.handle(name, () -> {
            LastMoment unused = LastMoment.haltingIn(LAST_MOMENT, SIGNAL_BASE + number, cancellation::lastWords);
            cancellation.cancel(number);
        }));
        return signals;
    }

    private void handle(String name, Runnable reaction) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            InvocationHandler onSignal = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    reaction.run();
                    return null;
                }
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> arguments != null && proxy == arguments[0];
                    default -> "handler of " + name;
                };
            };
            Object handler =
                    Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handlerType}, onSignal);
            previous.put(signal, handleMethod(signalType, handlerType).invoke(null, signal, handler));
        } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
            // A JVM without that module, or started with -Xrs: signals keep their default.
        }
    }

    private static Method handleMethod(Class<?> signalType, Class<?> handlerType) throws NoSuchMethodException {
        return signalType.getMethod("handle", signalType, handlerType);
    }

    /** Gives the signals back. */
    @Override
    public void close() {
        previous.forEach((signal, handler) -> {
            try {
                handleMethod(signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                        .invoke(null, signal, handler);
            } catch (ReflectiveOperationException gone) {
                // The process is about to end anyway.
            }
        });
    }
}
