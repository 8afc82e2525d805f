package dev.codexrunner.report.html;

import java.io.Writer;

/** The page's template, style and script. Only the last two go in unescaped, and the policy names them by their digests. */
final class PageParts {

    private static final String STYLE = PageResources.style(PageParts.class, "report.css");
    private static final String SCRIPT = PageResources.text(PageParts.class, "report.js");
    private static final PageTemplate PAGE = PageTemplate.of(PageParts.class, "page");

    private PageParts() {}

    /**
     * @param style goes into the page as it is
     * @param script the same
     * @param policy allows these two and nothing else: no network, no other script
     * @param page what is shown
     */
    record Document(String style, String script, String policy, Page page) {}

    /** A failure of {@code out} comes as the cause of what is thrown. */
    static void write(Page page, Writer out) {
        PAGE.write(new Document(STYLE, SCRIPT, policy(), page), out);
    }

    static String policy() {
        return "default-src 'none'; style-src '" + PageResources.digest(STYLE) + "'; script-src '"
                + PageResources.digest(SCRIPT) + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
