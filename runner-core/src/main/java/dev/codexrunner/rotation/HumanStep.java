package dev.codexrunner.rotation;

import java.net.URI;
import java.util.Optional;

/**
 * What comes next, in a person's hands or at a prompt.
 *
 * @param text what to do, one or two sentences
 * @param link where, for what has to be done in a browser
 */
public record HumanStep(String text, Optional<URI> link) {

    /** Where a workspace's access tokens are created and revoked; OpenAI offers no API for it. */
    public static final URI TOKENS_PAGE = URI.create("https://chatgpt.com/admin/access-tokens");
}
