package dev.codexrunner.report.index;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.codexrunner.report.html.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The overview's template and style. No script, and a policy that would let none run. */
final class IndexHtml {

    private static final String STYLE = resource("index.css");
    private static final Template PAGE = Mustache.compiler()
            .withEscaper(VisibleText::escape)
            .withCollector(new Optionals())
            .emptyStringIsFalse(true)
            .compile(resource("index.mustache"));

    private IndexHtml() {}

    private static final class Optionals extends DefaultCollector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    record Document(String style, String policy, IndexPage page) {}

    static String render(IndexPage page) {
        return PAGE.execute(new Document(STYLE, policy(), page));
    }

    private static String policy() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(digest)
                    + "'; img-src data:; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = IndexHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " can't be read", unreadable);
        }
    }
}
