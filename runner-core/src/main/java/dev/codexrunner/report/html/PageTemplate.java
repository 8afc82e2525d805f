package dev.codexrunner.report.html;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page's template, with those that it includes. The one place where the template engine is set up: every value goes
 * through {@link VisibleText}, and what is absent or empty is a part left out.
 */
public final class PageTemplate {

    private final Template template;

    private PageTemplate(Template template) {
        this.template = template;
    }

    /** @param name of a template beside the class, without its ending; what it includes lies there, too */
    public static PageTemplate of(Class<?> owner, String name) {
        Mustache.TemplateLoader beside =
                included -> new StringReader(PageResources.text(owner, included + ".mustache"));
        return new PageTemplate(Mustache.compiler()
                .withEscaper(VisibleText::escape)
                .withLoader(beside)
                .withCollector(new Optionals())
                .emptyStringIsFalse(true)
                .compile(PageResources.text(owner, name + ".mustache")));
    }

    /** A failure of {@code out} comes as the cause of what is thrown. */
    public void write(Object document, Writer out) {
        template.execute(document, out);
    }

    /** @param document what is shown; its components are the template's names */
    public String render(Object document) {
        StringWriter page = new StringWriter();
        write(document, page);
        return page.toString();
    }

    private static final class Optionals extends DefaultCollector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }
}
