package dev.baton.view.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The front end as {@code trace-viewer/web} builds it: a page with a place for the style, one for the script and one
 * for the data.
 */
record FrontEnd(String page, String script, String style) {
    static final String STYLE = "<link rel=\"stylesheet\" href=\"viewer.css\">";
    static final String SCRIPT = "<script defer src=\"viewer.js\"></script>";
    static final String DATA = "<!-- baton-view -->";
    static final String HEAD = "<head>";

    FrontEnd {
        for (String place : new String[] {HEAD, STYLE, SCRIPT, DATA}) {
            if (page.split(java.util.regex.Pattern.quote(place), -1).length != 2) {
                throw new IllegalStateException("the page has not one `" + place + "`");
            }
        }
        if (script.contains("</script") || script.contains("<!--") || style.contains("</style")) {
            throw new IllegalStateException("the front end can't stand within a page");
        }
    }

    /** That of this build. */
    static FrontEnd built() {
        return new FrontEnd(resource("index.html"), resource("viewer.js"), resource("viewer.css"));
    }

    private static String resource(String name) {
        try (InputStream in = FrontEnd.class.getResourceAsStream("/dev/baton/view/app/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the front end lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a browser may do with the page: run this one script and this one style, and nothing else. */
    String policy() {
        return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
