package dev.codexrunner.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Lets threads go on one request at a time, in an order that a seed decides: the same seed, the same run. */
final class Turns {

    private final Semaphore arrived = new Semaphore(0);
    private final List<Semaphore> turns = new ArrayList<>();
    private final List<Runnable> actors = new ArrayList<>();
    private final boolean[] done = new boolean[64];

    /** Adds an actor; {@code work} gets what it must call before each request. */
    void add(java.util.function.Consumer<Runnable> work) {
        int number = actors.size();
        Semaphore turn = new Semaphore(0);
        turns.add(turn);
        actors.add(() -> {
            try {
                work.accept(() -> {
                    arrived.release();
                    turn.acquireUninterruptibly();
                });
            } finally {
                done[number] = true;
                arrived.release();
            }
        });
    }

    /** Runs all of them to their end; rethrows what went wrong in any. */
    void play(Random random, ExecutorService threads) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Runnable actor : actors) {
            running.add(threads.submit(actor));
            arrived.acquire();
        }
        List<Integer> waiting = waiting();
        while (!waiting.isEmpty()) {
            turns.get(waiting.get(random.nextInt(waiting.size()))).release();
            arrived.acquire();
            waiting = waiting();
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    private List<Integer> waiting() {
        List<Integer> waiting = new ArrayList<>();
        for (int number = 0; number < actors.size(); number++) {
            if (!done[number]) {
                waiting.add(number);
            }
        }
        return waiting;
    }
}
