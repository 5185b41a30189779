package dev.baton.cli;

import java.util.ArrayList;
import java.util.List;

/** What the gallery says of its counterexamples: an index for GitHub, one for browsers, and the head of each text. */
final class GalleryIndex {
    private static final int WIDTH = 100;

    private GalleryIndex() {}

    static String story(GalleryTest.Entry entry) {
        List<String> lines =
                new ArrayList<>(List.of(entry.title(), "=".repeat(entry.title().length()), ""));
        lines.addAll(wrapped(entry.teaches()));
        lines.add("");
        lines.add("Source: " + entry.source() + ".");
        if (entry.repaired() != null) {
            lines.add("Repaired in " + entry.repaired() + ".");
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String markdown(List<GalleryTest.Entry> entries) {
        StringBuilder out = new StringBuilder("""
            # Gallery of counterexamples

            What goes wrong in the known-bad designs of the [library](../../specs/README.md), and what each teaches. `.html` opens in a browser and
            loads nothing else, `.txt` is for reading here, `.itf.json` for `baton view`, `baton trace` and other tools. `index.html` is this page.

            All of it but `entries.json` is written by `counterexamples/gallery/update`; a test fails where it is not what Baton writes today.
            """);
        for (GalleryTest.Entry entry : entries) {
            out.append("\n## ").append(entry.title()).append("\n\n");
            out.append(entry.teaches()).append("\n\n");
            out.append("- [text](" + entry.name() + ".txt), [page](" + entry.name() + ".html), [ITF](" + entry.name()
                    + ".itf.json)\n");
            out.append("- `" + entry.property() + "` of [" + entry.spec() + "](../../" + entry.spec() + "), check `"
                    + entry.check() + "`\n");
            out.append("- ").append(entry.source()).append("\n");
            if (entry.repaired() != null) {
                String file = entry.repaired().replaceFirst(",.*", "");
                out.append("- repaired in [" + entry.repaired() + "](../../" + file + ")\n");
            }
        }
        return out.toString();
    }

    static String html(List<GalleryTest.Entry> entries) {
        StringBuilder out = new StringBuilder("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Baton: gallery of counterexamples</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
            h2 { font-size: 1.1rem; margin: 2rem 0 0.3rem; }
            p { margin: 0.3rem 0; }
            .of { font-size: 0.9rem; opacity: 0.8; }
            </style>
            </head>
            <body>
            <main>
            <h1>Gallery of counterexamples</h1>
            <p>What goes wrong in the known-bad designs of Baton's library, and what each teaches.</p>
            """);
        for (GalleryTest.Entry entry : entries) {
            String name = escaped(entry.name());
            out.append("<article>\n<h2><a href=\"" + name + ".html\">" + escaped(entry.title()) + "</a></h2>\n");
            out.append("<p>" + escaped(entry.teaches()) + "</p>\n");
            out.append("<p class=\"of\">" + escaped(entry.property()) + " of " + escaped(entry.spec()) + ", check "
                    + escaped(entry.check()) + ". " + escaped(entry.source()) + "."
                    + (entry.repaired() == null ? "" : " Repaired in " + escaped(entry.repaired()) + ".")
                    + " <a href=\"" + name + ".txt\">Text</a>, <a href=\"" + name + ".itf.json\">ITF</a>.</p>\n");
            out.append("</article>\n");
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
