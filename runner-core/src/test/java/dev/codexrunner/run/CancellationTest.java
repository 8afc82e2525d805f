package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final List<Integer> told = new ArrayList<>();

    @Test
    void a_signal_reaches_whoever_listens() {
        cancellation.onCancel(told::add);
        cancellation.cancel(15);
        assertThat(told).containsExactly(15);
        assertThat(cancellation.signal()).hasValue(15);
    }

    @Test
    void who_comes_after_the_signal_is_told_at_once() {
        cancellation.cancel(2);
        cancellation.onCancel(told::add);
        assertThat(told).containsExactly(2);
    }

    @Test
    void only_the_first_signal_counts() {
        cancellation.onCancel(told::add);
        cancellation.cancel(2);
        cancellation.cancel(15);
        assertThat(told).containsExactly(2);
        assertThat(cancellation.signal()).hasValue(2);
    }

    @Test
    void who_has_left_is_told_nothing() {
        cancellation.onCancel(told::add).close();
        cancellation.cancel(15);
        assertThat(told).isEmpty();
    }

    @Test
    void a_wait_passes_unless_a_signal_comes_or_came() throws Exception {
        assertThat(cancellation.passes(Duration.ofMillis(1))).isTrue();

        CompletableFuture<Boolean> passes =
                CompletableFuture.supplyAsync(() -> cancellation.passes(Duration.ofHours(1)));
        cancellation.cancel(15);

        assertThat(passes.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(cancellation.passes(Duration.ofHours(1))).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
