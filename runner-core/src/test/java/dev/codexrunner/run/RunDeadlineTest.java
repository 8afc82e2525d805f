package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunDeadlineTest {

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_wait_is_interrupted_when_the_time_has_passed() {
        RunDeadline deadline = RunDeadline.interrupting(Thread.currentThread(), Duration.ofMillis(20));

        assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class);
        assertThat(deadline.passed()).isTrue();
        deadline.close();
    }

    @Test
    void an_interrupt_that_nobody_met_is_gone_after_its_end() {
        RunDeadline deadline = RunDeadline.interrupting(Thread.currentThread(), Duration.ZERO);
        while (!deadline.passed()) {
            Thread.onSpinWait();
        }
        deadline.close();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void one_that_was_closed_interrupts_nobody() {
        RunDeadline deadline = RunDeadline.interrupting(Thread.currentThread(), Duration.ofDays(1));
        deadline.close();
        deadline.close();

        assertThat(deadline.passed()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }
}
