package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.report.GuardedJson.OddJsonException;
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
import net.sf.json.JSONException;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** The fields of an object of {@link GuardedJson}; one that is missing, or not of the sort that is asked for, is absent. */
record JsonFields(GuardedJson source, JSONObject object, int depth) {

    /** Longer ones are no numbers of anybody's, and take long to make. */
    private static final int LONGEST_NUMBER = 400;

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    static JsonFields parse(GuardedJson json) throws OddJsonException {
        if (!json.isObject(json.begin())) {
            throw new OddJsonException(Messages.GuardedJson_stray());
        }
        return new JsonFields(json, JSONObject.fromObject(json.piece(json.begin())), 1);
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

    /** None before the epoch and none that has no year of four digits: those are nobody's, and overflow what counts them. */
    Optional<Instant> instant(String name) {
        try {
            return text(name).map(Instant::parse).filter(at -> !at.isBefore(Instant.EPOCH) && at.isBefore(END_OF_TIME));
        } catch (DateTimeException isNone) {
            return Optional.empty();
        }
    }

    Optional<JsonFields> object(String name) {
        return Optional.ofNullable(fields(value(name)));
    }

    JsonFields objectOrNone(String name) {
        return object(name).orElseGet(() -> new JsonFields(source, new JSONObject(), depth + 1));
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object each : list(name)) {
            JsonFields fields = fields(each);
            if (fields != null) {
                objects.add(fields);
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
        int begin = nested(value(name));
        return begin < 0 || source.isObject(begin) ? List.of() : JSONArray.fromObject(piece(begin));
    }

    private @Nullable JsonFields fields(@Nullable Object value) {
        int begin = nested(value);
        return begin < 0 || !source.isObject(begin)
                ? null
                : new JsonFields(source, JSONObject.fromObject(piece(begin)), depth + 1);
    }

    /** Where an object or a list begins; less than nothing for any other value. */
    private static int nested(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && text.charAt(0) == GuardedJson.NESTED
                ? Integer.parseInt(text.substring(1))
                : -1;
    }

    private String piece(int begin) {
        try {
            return source.piece(begin);
        } catch (OddJsonException e) {
            throw new JSONException(e);
        }
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

    private @Nullable Object plain(@Nullable Object value) {
        return plain(value, depth);
    }

    private @Nullable Object plain(@Nullable Object value, int level) {
        int begin = nested(value);
        if (begin >= 0) {
            return level >= GuardedJson.DEEPEST ? source.raw(begin) : plainPiece(begin, level + 1);
        }
        if (value instanceof Boolean) {
            return value;
        }
        BigDecimal number = number(value);
        return number == null ? text(value) : plain(number);
    }

    private Object plainPiece(int begin, int level) {
        if (source.isObject(begin)) {
            JSONObject object = JSONObject.fromObject(piece(begin));
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            for (Object key : object.keySet()) {
                String name = String.valueOf(key);
                plain.put(name.substring(1), plain(object.get(name), level));
            }
            return plain;
        }
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object each : JSONArray.fromObject(piece(begin))) {
            plain.add(plain(each, level));
        }
        return plain;
    }

    /** As other parsers have it: what is no integer is a double, unless it would be another number then. */
    private static Object plain(BigDecimal number) {
        if (number.scale() <= 0 && (long) number.precision() - number.scale() < 19) {
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
