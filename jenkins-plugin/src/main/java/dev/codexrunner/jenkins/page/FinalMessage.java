package dev.codexrunner.jenkins.page;

import hudson.Util;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * The agent's answer as HTML. Nothing in it acts: its HTML is text, pictures are their description, links lead to the web in
 * the open, and headings are none of the page's.
 */
final class FinalMessage {

    /** In characters; a page has to stay one. */
    private static final int LONGEST = 200_000;

    /** In characters. The parser's time grows with the square of some texts; those take it a second at this length. */
    private static final int LONGEST_MARKDOWN = 20_000;

    /** Of quotes and lists in each other: the renderer goes down into each. */
    private static final int DEEPEST = 40;

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private static final Parser PARSER =
            Parser.builder().extensions(TABLES).maxOpenBlockParsers(DEEPEST).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new WebLinks())
            .nodeRendererFactory(HarmlessNodes::new)
            .build();

    private FinalMessage() {}

    /** @param html safe to be put into a page; {@code cut} where it is only the beginning */
    public record Rendered(String html, boolean cut) {}

    static Rendered render(String markdown) {
        boolean cut = markdown.length() > LONGEST;
        String text = ShownText.of(cut ? markdown.substring(0, ShownText.whole(markdown, LONGEST)) : markdown);
        int lineEnd = text.length() <= LONGEST_MARKDOWN ? text.length() : text.lastIndexOf('\n', LONGEST_MARKDOWN) + 1;
        int split = lineEnd > 0 ? lineEnd : ShownText.whole(text, LONGEST_MARKDOWN);
        return new Rendered(markdown(text.substring(0, split)) + plain(text.substring(split)), cut);
    }

    private static String markdown(String text) {
        try {
            return RENDERER.render(PARSER.parse(text));
        } catch (RuntimeException | StackOverflowError e) {
            return plain(text);
        }
    }

    private static String plain(String text) {
        return text.isEmpty() ? "" : "<pre>" + Util.xmlEscape(text) + "</pre>";
    }

    /** Of the web only, and written out: a relative one would be a button of Jenkins'. */
    private static final class WebLinks implements UrlSanitizer {

        private static final Set<String> SCHEMES = Set.of("http", "https");

        @Override
        public String sanitizeLinkUrl(String url) {
            try {
                URI uri = new URI(url);
                boolean web = uri.getScheme() != null
                        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null;
                return web ? url : "";
            } catch (URISyntaxException isNone) {
                return "";
            }
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return "";
        }
    }

    /** Links, pictures and headings. */
    private static final class HarmlessNodes implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final WebLinks links = new WebLinks();

        HarmlessNodes(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Image.class, Link.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                inside(
                        "p",
                        heading,
                        Map.of("class", "codex-answer__heading codex-answer__heading--" + heading.getLevel()));
                context.getWriter().line();
            } else if (node instanceof Link link) {
                String url = links.sanitizeLinkUrl(link.getDestination());
                if (url.isEmpty()) {
                    inside("span", link, Map.of());
                } else {
                    Map<String, String> attributes = new LinkedHashMap<>();
                    attributes.put("href", url);
                    attributes.put("title", url);
                    attributes.put("rel", "noopener noreferrer nofollow");
                    inside("a", link, attributes);
                }
            } else {
                inside("span", node, Map.of("class", "codex-answer__picture"));
            }
        }

        private void inside(String tag, Node node, Map<String, String> attributes) {
            context.getWriter().tag(tag, attributes);
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            context.getWriter().tag("/" + tag);
        }
    }
}
