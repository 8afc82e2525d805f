package dev.codexrunner.jenkins.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** The fields of an object of {@link GuardedJson}; one that is missing, or not of the sort that is asked for, is absent. */
record JsonFields(JSONObject object) {

    private static final JsonFields NONE = new JsonFields(new JSONObject());

    /** Longer ones are no numbers of anybody's, and take long to make. */
    private static final int LONGEST_NUMBER = 400;

    static JsonFields parse(GuardedJson json) {
        return new JsonFields(JSONObject.fromObject(json.json()));
    }

    boolean isEmpty() {
        return object.isEmpty();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Object key : object.keySet()) {
            names.add(String.valueOf(key).substring(1));
        }
        return names;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(text(value(name)));
    }

    String textOr(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    OptionalLong number(String name) {
        BigDecimal number = number(value(name));
        try {
            return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValueExact());
        } catch (ArithmeticException isNoLong) {
            return OptionalLong.empty();
        }
    }

    long numberOr(String name, long otherwise) {
        return number(name).orElse(otherwise);
    }

    OptionalInt small(String name) {
        OptionalLong number = number(name);
        return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    Optional<Boolean> flag(String name) {
        return value(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    Optional<Instant> instant(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException isNone) {
            return Optional.empty();
        }
    }

    Optional<JsonFields> object(String name) {
        return value(name) instanceof JSONObject inner && !inner.isNullObject()
                ? Optional.of(new JsonFields(inner))
                : Optional.empty();
    }

    JsonFields objectOrNone(String name) {
        return object(name).orElse(NONE);
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object each : list(name)) {
            if (each instanceof JSONObject inner && !inner.isNullObject()) {
                objects.add(new JsonFields(inner));
            }
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(name)) {
            String text = text(each);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** As plain maps, lists, texts, numbers and booleans; null where there is none. */
    @Nullable
    Object plain(String name) {
        return plain(value(name));
    }

    private List<?> list(String name) {
        return value(name) instanceof JSONArray list ? list : List.of();
    }

    private @Nullable Object value(String name) {
        return object.opt(GuardedJson.TEXT + name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && text.charAt(0) == GuardedJson.TEXT
                ? text.substring(1)
                : null;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (!(value instanceof String text)
                || text.length() < 2
                || text.length() > LONGEST_NUMBER
                || text.charAt(0) != GuardedJson.NUMBER) {
            return null;
        }
        try {
            return new BigDecimal(text.substring(1));
        } catch (NumberFormatException isNone) {
            return null;
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JSONObject object) {
            return object.isNullObject() ? null : plain(object);
        }
        if (value instanceof JSONArray list) {
            List<@Nullable Object> plain = new ArrayList<>();
            for (Object each : list) {
                plain.add(plain(each));
            }
            return plain;
        }
        if (value instanceof Boolean) {
            return value;
        }
        BigDecimal number = number(value);
        return number == null ? text(value) : plain(number);
    }

    private static Map<String, @Nullable Object> plain(JSONObject object) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Object key : object.keySet()) {
            String name = String.valueOf(key);
            plain.put(name.substring(1), plain(object.get(name)));
        }
        return plain;
    }

    /** As other parsers have it: what is no integer is a double, unless it would be another number then. */
    private static Object plain(BigDecimal number) {
        if (number.scale() <= 0 && number.precision() - number.scale() < 19) {
            long whole = number.longValueExact();
            return whole == (int) whole ? (Object) (int) whole : (Object) whole;
        }
        if (number.scale() == 0) {
            return number.toBigIntegerExact();
        }
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && (nearest != 0 || number.signum() == 0) ? (Object) nearest : number;
    }
}
