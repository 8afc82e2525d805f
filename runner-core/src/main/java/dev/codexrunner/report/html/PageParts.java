package dev.codexrunner.report.html;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page's templates, style and script. Every value goes through {@link VisibleText}; the only tags that don't escape are
 * those of our own style and script, which the policy names by their digests.
 */
final class PageParts {

    private static final String STYLE = PageResources.style(PageParts.class, "report.css");
    private static final String SCRIPT = PageResources.text(PageParts.class, "report.js");
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

    /** A failure of {@code out} comes as the cause of what is thrown. */
    static void write(Page page, Writer out) {
        PAGE.execute(new Document(STYLE, SCRIPT, policy(), page), out);
    }

    static String policy() {
        return "default-src 'none'; style-src '" + PageResources.digest(STYLE) + "'; script-src '"
                + PageResources.digest(SCRIPT) + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static Reader template(String name) {
        return new StringReader(PageResources.text(PageParts.class, name + ".mustache"));
    }
}
