package dev.baton.trace.format;

import dev.baton.model.system.Origin;
import dev.baton.trace.StepAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A space-time diagram as one SVG file: a lane for each kernel and core, time downwards, what is sent as arrows, faults
 * as marks, the loop of a lasso as a bracket. It holds no script and loads nothing, and is light or dark as its reader
 * is.
 */
final class SvgText {
    private static final String STYLE = """
        .bg{fill:#fff}.t{fill:#1d2330}.s{fill:#5b6475}.lane{stroke:#c3c9d4;stroke-width:2}
        .down{stroke:#d04040;stroke-dasharray:3 4}.dot{fill:#2f6feb}.irq{fill:#8a4fd3}.hw{fill:#8791a3}
        .fault{fill:#d03030}.f{fill:#c02626;font-weight:600}.err{fill:#c02626}.head{fill:#eef1f6;stroke:#c3c9d4}
        .a{stroke:#16855b;fill:none;stroke-width:1.6}.lost{stroke:#d03030;stroke-dasharray:5 4}
        .wait{stroke:#b07a10;stroke-dasharray:5 4}.same{stroke:#8791a3;stroke-dasharray:2 3}
        .at{fill:#16855b}.lt{fill:#c02626}.wt{fill:#8f6208}.st{fill:#6b7486}.loop{stroke:#b07a10;fill:none;stroke-width:2}
        .halo{stroke:#fff;stroke-width:4px;paint-order:stroke}
        text{font:11px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}
        .title{font-size:14px;font-weight:600}.b{font-weight:600}.num{text-anchor:end}.small{font-size:10px}
        @media (prefers-color-scheme:dark){.bg{fill:#14171d}.t{fill:#e4e8ef}.s{fill:#9aa4b5}.lane{stroke:#3c4452}
        .head{fill:#20252e;stroke:#3c4452}.halo{stroke:#14171d}.dot{fill:#6ea0ff}.irq{fill:#b78bf0}.a{stroke:#4cc493}
        .at{fill:#4cc493}.lost{stroke:#ff7b72}.lt,.f,.err{fill:#ff7b72}.wait{stroke:#e0b14a}.wt{fill:#e0b14a}
        .st{fill:#9aa4b5}}
        """;

    private final TraceDocument document;
    private final List<StepAccount> steps;
    private final List<Flight> flights;
    private final List<Flight> pending;
    private final List<String> lanes;
    private final SvgLayout layout;
    private final StringBuilder out = new StringBuilder();

    private SvgText(TraceDocument document) {
        this.document = document;
        this.steps = StepAccount.of(document.system(), document.trace());
        this.flights = Flights.of(steps);
        this.lanes = Lanes.of(document.system(), steps, flights);
        this.pending = flights.stream()
                .filter(flight -> flight.fate() == Flight.Fate.PENDING)
                .toList();
        this.layout = new SvgLayout(lanes, steps, pending.size());
    }

    static String of(TraceDocument document) {
        return new SvgText(document).text();
    }

    private String text() {
        String title = document.system().name() + ": " + document.title();
        int width = Math.max(layout.width(), (int) (40 + title.length() * 8.5));
        add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " role=\"img\">",
                width,
                layout.height(),
                width,
                layout.height()));
        add(String.format(Locale.ROOT, "<title>%s</title>", escaped(title)));
        add(String.format(Locale.ROOT, "<style>%s</style>", STYLE.strip()));
        add(String.format(
                Locale.ROOT, "<defs>%s%s</defs>", marker("arr", "at"), marker("wai", "wt") + marker("sam", "st")));
        add(String.format(Locale.ROOT, "<rect class=\"bg\" width=\"%d\" height=\"%d\"/>", width, layout.height()));
        words("t title", 16, 24, title);
        words("s", 16, 42, origin());
        lanes.forEach(this::lane);
        flights.forEach(this::arrow);
        steps.forEach(this::step);
        flights.forEach(this::label);
        loop();
        return out.append("</svg>\n").toString();
    }

    private String origin() {
        StringBuilder origin =
                new StringBuilder(document.file()).append(", check ").append(document.check());
        document.system()
                .parameters()
                .forEach(p -> origin.append(", ").append(p.name()).append(" = ").append(p.value()));
        return origin.toString();
    }

    private static String marker(String id, String style) {
        return String.format(
                Locale.ROOT,
                "<marker id=\"%s\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                        + " orient=\"auto\"><path class=\"%s\" d=\"M0 0L8 4L0 8z\"/></marker>",
                id,
                style);
    }

    /** A time line, dashed while its actor is down. */
    private void lane(String lane) {
        int x = layout.laneX(lane);
        Map<String, Boolean> down = new HashMap<>();
        int from = layout.headY() + 10;
        for (StepAccount step : steps) {
            if (step.kind() != Origin.Kind.FAULT || !Lanes.of(step).equals(lane)) {
                continue;
            }
            line(x, from, layout.stepY(step.number()), down.getOrDefault(lane, false));
            from = layout.stepY(step.number());
            down.put(
                    lane,
                    !step.what().startsWith("restart")
                            && !lane.equals(Lanes.FAULTS)
                            && step.messages().isEmpty());
        }
        line(x, from, layout.endY() + 8, down.getOrDefault(lane, false));
        String name = layout.fitting(lane);
        int width = (int) Math.ceil(name.length() * SvgLayout.CHAR) + 14;
        add(String.format(
                Locale.ROOT,
                "<rect class=\"head\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"20\" rx=\"4\"/>",
                x - 10,
                layout.headY() - 10,
                width));
        words("t b", x - 3, layout.headY() + 4, name);
    }

    private void line(int x, int from, int to, boolean down) {
        add(String.format(Locale.ROOT, "<path class=\"lane%s\" d=\"M%d %dV%d\"/>", down ? " down" : "", x, from, to));
    }

    private void step(StepAccount step) {
        int x = layout.laneX(Lanes.of(step));
        int y = layout.stepY(step.number());
        add(String.format(
                Locale.ROOT,
                "<g><title>%s</title>",
                escaped(step.number() + " " + step.text()
                        + (step.where().isEmpty() ? "" : " (" + step.where() + ")")
                        + "\n" + String.join("\n", step.changes()))));
        words("s num", 36, y + 4, Integer.toString(step.number()));
        boolean fault = step.kind() == Origin.Kind.FAULT;
        if (fault) {
            add(String.format(
                    Locale.ROOT,
                    "<path class=\"fault\" d=\"M%d %dl3 5l6 -1l-3 5l3 5l-6 -1l-3 5l-3 -5l-6 1l3 -5l-3 -5l6 1z\"/>",
                    x,
                    y - 9));
        } else {
            add(String.format(
                    Locale.ROOT, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"4.5\"/>", dot(step.kind()), x, y));
        }
        List<String> lines = SvgLayout.lines(step);
        for (int i = 0; i < lines.size(); i++) {
            String style = i == 0 ? (fault ? "f" : "t") : lines.get(i).startsWith("✗") ? "err" : "s small";
            words(style + " halo", x + 12, y + 4 + i * SvgLayout.LINE, layout.fitting(lines.get(i)));
        }
        add("</g>");
    }

    private static String dot(Origin.Kind kind) {
        return switch (kind) {
            case TASK, ACTION, HANDLER -> "dot";
            case INTERRUPT, DELIVERY -> "irq";
            case DRAIN -> "hw";
            case FAULT -> "fault";
        };
    }

    /** Where a flight begins and ends on the page; one that does not arrive ends on half of its way. */
    private record Way(int x1, int y1, int x2, int y2) {}

    private Way way(Flight flight) {
        String sender = flight.from().filter(lanes::contains).orElse(Lanes.of(steps.get(flight.sent() - 1)));
        int x1 = layout.laneX(sender);
        int x2 = layout.laneX(flight.to().filter(lanes::contains).orElse(sender));
        int y1 = layout.stepY(flight.sent());
        int y2 = switch (flight.fate()) {
            case ARRIVED ->
                flight.ended().orElse(flight.sent()) == flight.sent()
                        ? y1
                        : layout.stepY(flight.ended().orElse(flight.sent()));
            case PENDING -> layout.pendingY(pending.indexOf(flight));
            case LOST -> layout.stepY(flight.ended().orElse(flight.sent()));
            case DROPPED, COALESCED -> y1;
        };
        boolean halfway = flight.fate() == Flight.Fate.LOST || flight.fate() == Flight.Fate.DROPPED;
        return new Way(x1, y1, halfway ? (x1 + x2) / 2 : x2, y2);
    }

    private void arrow(Flight flight) {
        Way w = way(flight);
        String style = switch (flight.fate()) {
            case ARRIVED -> "a\" marker-end=\"url(#arr)";
            case PENDING -> "a wait\" marker-end=\"url(#wai)";
            case LOST, DROPPED -> "a lost";
            case COALESCED -> "a same\" marker-end=\"url(#sam)";
        };
        int shorter = w.x2 == w.x1 ? 0 : Integer.signum(w.x2 - w.x1) * 5;
        String path = w.x1 == w.x2
                ? String.format(
                        Locale.ROOT,
                        "M%d %dc-26 10 -26 %d -5 %d",
                        w.x1,
                        w.y1,
                        Math.max(12, w.y2 - w.y1 - 8),
                        Math.max(18, w.y2 - w.y1))
                : String.format(Locale.ROOT, "M%d %dL%d %d", w.x1 + shorter, w.y1, w.x2 - shorter, w.y2);
        add(String.format(
                Locale.ROOT,
                "<path class=\"%s\" d=\"%s\"><title>%s</title></path>",
                style,
                path,
                escaped(flight.label())));
    }

    private void label(Flight flight) {
        Way w = way(flight);
        String style = switch (flight.fate()) {
            case ARRIVED -> "at";
            case PENDING -> "wt";
            case LOST, DROPPED -> "lt";
            case COALESCED -> "st";
        };
        boolean cross = flight.fate() == Flight.Fate.LOST || flight.fate() == Flight.Fate.DROPPED;
        if (cross) {
            words("lt b halo", w.x2 - 4, w.y2 + 4, "✗");
        }
        String text = layout.fitting(flight.label());
        int width = (int) (text.length() * SvgLayout.SMALL_CHAR);
        boolean waits = flight.fate() == Flight.Fate.PENDING;
        if (cross) {
            words(style + " small halo", w.x2 + 8, w.y2 + 4, text);
        } else if (waits && w.x2 < w.x1) {
            words(style + " small halo", w.x2 + 10, w.y2 + 4, text);
        } else if (waits || w.x1 == w.x2) {
            int y = waits ? w.y2 + 4 : (w.y1 + w.y2) / 2 + 4;
            words(style + " small halo", Math.max(40, w.x2 - width - (waits ? 10 : 24)), y, text);
        } else {
            int y = w.y1 == w.y2 ? w.y1 - 5 : (w.y1 + w.y2) / 2;
            int x = Math.max(40, (w.x1 + w.x2 - width) / 2);
            words(style + " small halo", x, y, text);
        }
    }

    private void loop() {
        int loop = document.trace().loop().orElse(-1);
        if (loop < 0) {
            return;
        }
        if (loop == steps.size()) {
            words("wt b", 16, layout.endY() + 24, "■ it stops here");
            return;
        }
        int top = layout.stepY(loop + 1) - 10;
        int bottom = layout.endY() + 6;
        add(String.format(
                Locale.ROOT, "<path class=\"loop\" marker-end=\"url(#wai)\" d=\"M20 %dH8V%dH18\"/>", bottom, top));
        words(
                "wt b",
                16,
                layout.endY() + 24,
                loop == 0
                        ? "↻ back to the first state, for ever"
                        : "↻ back to the state after step " + loop + ", for ever");
    }

    private void words(String style, int x, int y, String text) {
        add(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", style, x, y, escaped(text)));
    }

    private void add(String xml) {
        out.append(xml).append('\n');
    }

    private static String escaped(String text) {
        return text.lines()
                .map(line -> Legible.text(line)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
