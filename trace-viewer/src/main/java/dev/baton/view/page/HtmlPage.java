package dev.baton.view.page;

import java.util.List;

/**
 * The page that shows traces, with script and style within. It loads nothing; its content security policy lets a
 * browser run this script and this style alone.
 */
public final class HtmlPage {
    private final FrontEnd frontEnd;

    private HtmlPage(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    public static HtmlPage built() {
        return new HtmlPage(FrontEnd.built());
    }

    /**
     * A file that needs nothing else.
     *
     * @param views one document, or two to compare; see {@link dev.baton.view.ViewJson}
     */
    public String file(List<String> views) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < views.size(); i++) {
            data.append("<script type=\"application/json\" id=\"baton-view")
                    .append(i == 0 ? "" : "-" + (i + 1))
                    .append("\">")
                    .append(harmless(views.get(i)))
                    .append("</script>\n");
        }
        String policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"" + frontEnd.policy() + "\">";
        return page(FrontEnd.HEAD + "\n" + policy, data.toString());
    }

    /** The page of a server that is asked for the data. */
    public String served() {
        return page(FrontEnd.HEAD, "");
    }

    /** The policy that goes with {@link #served}. */
    public String policy() {
        return frontEnd.policy() + "; connect-src 'self'; frame-ancestors 'none'";
    }

    /** One text after the other, so that no text is looked for a place in. */
    private String page(String head, String data) {
        String page = frontEnd.page();
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < page.length()) {
            if (page.startsWith(FrontEnd.HEAD, at)) {
                out.append(head);
                at += FrontEnd.HEAD.length();
            } else if (page.startsWith(FrontEnd.STYLE, at)) {
                out.append("<style>").append(frontEnd.style()).append("</style>");
                at += FrontEnd.STYLE.length();
            } else if (page.startsWith(FrontEnd.SCRIPT, at)) {
                out.append("<script>").append(frontEnd.script()).append("</script>");
                at += FrontEnd.SCRIPT.length();
            } else if (page.startsWith(FrontEnd.DATA, at)) {
                out.append(data);
                at += FrontEnd.DATA.length();
            } else {
                out.append(page.charAt(at++));
            }
        }
        return out.toString();
    }

    /** JSON that ends no element and opens none: these stand in strings only, and may be escaped there. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
