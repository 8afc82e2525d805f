package dev.codexrunner.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes the texts in a record, in the records within it and in their lists. What has nothing to change stays the same
 * object, so that a second report costs no second memory.
 *
 * @param text what becomes of a text
 * @param freeForm what becomes of values that are declared as {@code Object}: maps, lists and plain values
 */
record RecordWalk(UnaryOperator<String> text, UnaryOperator<@Nullable Object> freeForm) {

    /** @throws IllegalStateException for a value of which it isn't known whether it holds text */
    <T extends Record> T over(T record) {
        @SuppressWarnings("unchecked") // A record's own class is that of its copy.
        Class<T> type = (Class<T>) record.getClass();
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        boolean changed = false;
        for (int i = 0; i < components.length; i++) {
            Object before = valueOf(components[i], record);
            values[i] = isFreeForm(components[i]) ? optionalFreeForm(before) : walked(before);
            changed |= values[i] != before;
        }
        return changed ? copy(type, components, values) : record;
    }

    private @Nullable Object walked(@Nullable Object value) {
        if (value instanceof String words) {
            return text.apply(words);
        }
        if (value instanceof Record record) {
            return over(record);
        }
        if (value instanceof List<?> list) {
            return walkedList(list);
        }
        if (value instanceof Optional<?> optional) {
            return optional(optional, this::walked);
        }
        if (value == null || isPlain(value)) {
            return value;
        }
        throw new IllegalStateException(
                "Nobody knows whether a " + value.getClass().getName() + " holds text.");
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof Instant
                || value instanceof OptionalInt
                || value instanceof OptionalLong;
    }

    private List<?> walkedList(List<?> list) {
        List<@Nullable Object> walked = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object element : list) {
            Object after = walked(element);
            changed |= after != element;
            walked.add(after);
        }
        return changed ? walked : list;
    }

    private static Optional<?> optional(Optional<?> optional, UnaryOperator<@Nullable Object> walk) {
        Object before = optional.orElse(null);
        Object after = before == null ? null : walk.apply(before);
        return after == before ? optional : Optional.ofNullable(after);
    }

    private @Nullable Object optionalFreeForm(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional(optional, freeForm) : freeForm.apply(value);
    }

    private static boolean isFreeForm(RecordComponent component) {
        String type = component.getGenericType().getTypeName();
        return type.equals("java.lang.Object") || type.equals("java.util.Optional<java.lang.Object>");
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("A part of a report must be public.", unreadable);
        }
    }

    private static <T> T copy(Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException notMade) {
            throw new IllegalStateException("A part of a report must be public.", notMade);
        }
    }
}
