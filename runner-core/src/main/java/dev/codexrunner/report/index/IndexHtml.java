package dev.codexrunner.report.index;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.codexrunner.report.html.PageResources;
import dev.codexrunner.report.html.VisibleText;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The overview's template and style. No script, and a policy that would let none run. */
final class IndexHtml {

    private static final String STYLE = PageResources.style(IndexHtml.class, "index.css");
    private static final Template PAGE = Mustache.compiler()
            .withEscaper(VisibleText::escape)
            .withCollector(new Optionals())
            .emptyStringIsFalse(true)
            .compile(PageResources.text(IndexHtml.class, "index.mustache"));

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

    static String policy() {
        return "default-src 'none'; style-src '" + PageResources.digest(STYLE)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
