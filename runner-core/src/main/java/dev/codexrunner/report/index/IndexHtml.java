package dev.codexrunner.report.index;

import dev.codexrunner.report.html.PageResources;
import dev.codexrunner.report.html.PageTemplate;

/** The overview's template and style. No script, and a policy that would let none run. */
final class IndexHtml {

    private static final String STYLE = PageResources.style(IndexHtml.class, "index.css");
    private static final PageTemplate PAGE = PageTemplate.of(IndexHtml.class, "index");

    private IndexHtml() {}

    record Document(String style, String policy, IndexPage page) {}

    static String render(IndexPage page) {
        return PAGE.render(new Document(STYLE, policy(), page));
    }

    static String policy() {
        return "default-src 'none'; style-src '" + PageResources.digest(STYLE)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
