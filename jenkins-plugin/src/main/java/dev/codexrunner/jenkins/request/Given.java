package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What forms and Jenkinsfiles hand over: a field that is blank was not filled in. */
final class Given {

    private Given() {}

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    static List<String> texts(@Nullable Iterable<String> texts) {
        if (texts == null) {
            return List.of();
        }
        Stream.Builder<String> given = Stream.builder();
        texts.forEach(each -> text(each).ifPresent(given));
        return given.build().toList();
    }

    /** The inner one where there is one. */
    static <T> Optional<T> first(Optional<T> inner, Optional<T> outer) {
        return inner.isPresent() ? inner : outer;
    }
}
