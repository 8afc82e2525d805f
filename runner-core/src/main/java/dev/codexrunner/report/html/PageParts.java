package dev.codexrunner.report.html;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page's templates, style and script. Every value goes through {@link VisibleText}; the only tags that don't escape are
 * those of our own style and script, which the policy names by their digests.
 */
final class PageParts {

    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");
    private static final Template PAGE = Mustache.compiler()
            .withEscaper(VisibleText::escape)
            .withLoader(PageParts::template)
            .withCollector(new Optionals())
            .emptyStringIsFalse(true)
            .compile(template("page"));

    private PageParts() {}

    /** What is absent is a part left out. */
    private static final class Optionals extends DefaultCollector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    /**
     * @param style goes into the page as it is
     * @param script the same
     * @param policy allows these two and nothing else: no network, no other script
     * @param page what is shown
     */
    record Document(String style, String script, String policy, Page page) {}

    static String render(Page page) {
        return PAGE.execute(new Document(STYLE, SCRIPT, policy(), page));
    }

    static String policy() {
        return "default-src 'none'; style-src '" + digest(STYLE) + "'; script-src '" + digest(SCRIPT)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Reader template(String name) {
        return new StringReader(resource(name + ".mustache"));
    }

    private static String resource(String name) {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " can't be read", unreadable);
        }
    }
}
