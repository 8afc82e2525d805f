package dev.codexrunner.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Templates, styles and scripts out of the jar, and their digests for a page's policy. */
public final class PageResources {

    /** Colours, letters and badges, the same on every page. */
    private static final String BASE = text(PageResources.class, "/dev/codexrunner/report/base.css");

    private PageResources() {}

    /** @param name of a resource beside the class, or its whole path after a slash */
    public static String text(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " can't be read", unreadable);
        }
    }

    /** What all pages share, and the page's own style after it. */
    public static String style(Class<?> owner, String name) {
        return BASE + text(owner, name);
    }

    /** As a Content-Security-Policy names what it allows, without the quotes. */
    public static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
