package dev.baton.model.lowering;

import dev.baton.model.source.Span;
import dev.baton.model.system.ErrorSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the places at which something can go wrong, each once. */
final class Sites {
    private final List<ErrorSite> sites = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    /** The number of the site of this kind, sentence and place; made if it is new. */
    int site(ErrorSite.Kind kind, String what, String message, Span span) {
        String key = kind + "/" + message + "/" + span.start() + "/" + span.end() + "/"
                + span.file().name();
        Integer old = known.get(key);
        if (old != null) {
            return old;
        }
        String label = span.known() ? what + " (line " + span.line() + ")" : what;
        String unique = label;
        for (int n = 2; taken(unique); n++) {
            unique = label + " #" + n;
        }
        sites.add(new ErrorSite(unique, kind, message, span));
        known.put(key, sites.size() - 1);
        return sites.size() - 1;
    }

    private boolean taken(String label) {
        return sites.stream().anyMatch(s -> s.label().equals(label));
    }

    List<ErrorSite> all() {
        return List.copyOf(sites);
    }

    /** The text of a span on one line, shortened, without characters that a string in TLA+ can't hold. */
    static String quote(Span span) {
        String text =
                span.text().replaceAll("\\s+", " ").replaceAll("[\"\\\\]", "'").strip();
        return text.length() > 40 ? text.substring(0, 37) + "..." : text;
    }
}
