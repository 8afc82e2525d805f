package dev.codexrunner.outcome;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Java's regular expressions with a bound on their backtracking: a pattern meets text that the agent wrote. */
final class BoundedRegularExpressions implements RegularExpressionFactory {

    /** Some tenths of a second. */
    private static final long MAX_STEPS = 20_000_000;

    @Override
    public RegularExpression getRegularExpression(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return text -> pattern.matcher(new CountedText(text, new AtomicLong(MAX_STEPS)))
                    .find();
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("The pattern " + regex + " is broken: " + broken.getDescription());
        }
    }

    /** The pattern looked at more characters than it may. */
    static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts how often a character is looked at. */
    private record CountedText(CharSequence text, AtomicLong stepsLeft) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (stepsLeft.decrementAndGet() < 0) {
                throw new TooMuchWork();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end), stepsLeft);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
