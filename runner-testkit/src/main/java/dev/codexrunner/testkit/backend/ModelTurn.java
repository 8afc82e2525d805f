package dev.codexrunner.testkit.backend;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the scripted model does with one request. */
public sealed interface ModelTurn {

    /** Streams the items and completes. */
    record Answer(List<OutputItem> items) implements ModelTurn {
        public Answer {
            items = List.copyOf(items);
        }
    }

    /** Answers with an HTTP status and no stream. */
    record HttpError(int status, String body, Map<String, String> headers) implements ModelTurn {
        public HttpError {
            headers = Map.copyOf(headers);
        }
    }

    /** Opens the stream and reports a failure of the response in it. */
    record ResponseFailed(String code, String message) implements ModelTurn {}

    /** Streams the items, then drops the connection without an end. */
    record CutStream(List<OutputItem> items) implements ModelTurn {
        public CutStream {
            items = List.copyOf(items);
        }
    }

    /** Plays the turn where the thread's history holds the text, else refuses the request and says so. */
    record WhereKnown(String text, ModelTurn then) implements ModelTurn {}

    /** Streams the items, then says nothing more until the backend is closed. */
    record StallStream(List<OutputItem> items) implements ModelTurn {
        public StallStream {
            items = List.copyOf(items);
        }
    }

    /** Streams the items with a pause before each, then completes. */
    record SlowStream(List<OutputItem> items, Duration pause) implements ModelTurn {
        public SlowStream {
            items = List.copyOf(items);
        }
    }

    /** Streams the items and completes. */
    static ModelTurn answer(OutputItem... items) {
        return new Answer(List.of(items));
    }

    /** Answers with one message. */
    static ModelTurn message(String text) {
        return answer(new OutputItem.Message(text));
    }
}
