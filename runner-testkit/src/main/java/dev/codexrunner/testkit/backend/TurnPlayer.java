package dev.codexrunner.testkit.backend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays a turn to one request, failures of the wire included. */
final class TurnPlayer {

    private final CountDownLatch closed;

    /** @param closed reaches zero when the backend closes; stalls end then */
    TurnPlayer(CountDownLatch closed) {
        this.closed = closed;
    }

    void play(ModelTurn turn, ModelRequest request, HttpExchange exchange) throws IOException {
        if (turn instanceof ModelTurn.WhereKnown known) {
            boolean holds = request.body().contains(known.text());
            play(holds ? known.then() : unknown(known.text()), request, exchange);
            return;
        }
        if (turn instanceof ModelTurn.HttpError error) {
            error.headers().forEach(exchange.getResponseHeaders()::set);
            JsonReply.send(exchange, error.status(), error.body());
            return;
        }
        ResponseStream stream = ResponseStream.open(exchange);
        if (turn instanceof ModelTurn.Answer answer) {
            stream.items(answer.items());
            stream.complete();
        } else if (turn instanceof ModelTurn.ResponseFailed failed) {
            stream.fail(failed.code(), failed.message());
        } else if (turn instanceof ModelTurn.CutStream cut) {
            stream.items(cut.items());
            // The JDK's server drops the connection, mid-chunk, when a handler throws.
            throw new IOException("the scenario cuts the stream here");
        } else if (turn instanceof ModelTurn.StallStream stall) {
            stream.items(stall.items());
            waitUntilClosed(Duration.ofDays(1));
        } else if (turn instanceof ModelTurn.SlowStream slow) {
            for (OutputItem item : slow.items()) {
                waitUntilClosed(slow.pause());
                stream.item(item);
            }
            stream.complete();
        }
    }

    private static ModelTurn unknown(String text) {
        return new ModelTurn.HttpError(
                400, "{\"error\":{\"message\":\"The thread's history does not hold: " + text + "\"}}", Map.of());
    }

    private void waitUntilClosed(Duration atMost) throws IOException {
        try {
            if (closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the backend was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while stalling");
        }
    }
}
