package dev.baton.trace.format;

import dev.baton.model.system.Origin;
import dev.baton.trace.StepAccount;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence diagram in Mermaid's language: a note a step, an arrow where something is sent. What arrives is a note of
 * its own step; an arrow that ends in a cross never does.
 */
final class MermaidText {
    private final TraceDocument document;
    private final List<StepAccount> steps;
    private final List<Flight> flights;
    private final List<String> lanes;
    private final StringBuilder out = new StringBuilder();

    private MermaidText(TraceDocument document) {
        this.document = document;
        this.steps = StepAccount.of(document.system(), document.trace());
        this.flights = Flights.of(steps);
        this.lanes = Lanes.of(document.system(), steps, flights);
    }

    static String of(TraceDocument document) {
        return new MermaidText(document).text();
    }

    private String text() {
        out.append("sequenceDiagram\n");
        line("accTitle: " + quoted(document.system().name() + ": " + document.title()));
        for (int i = 0; i < lanes.size(); i++) {
            line("participant L" + i + " as " + quoted(lanes.get(i)));
        }
        if (lanes.isEmpty()) {
            line("participant L0 as " + quoted(document.system().name()));
            line("Note over L0: nothing happens");
            return out.toString();
        }
        int loop = document.trace().loop().orElse(-1);
        for (StepAccount step : steps) {
            if (step.number() == loop + 1) {
                line("loop again and again");
            }
            step(step);
        }
        if (loop >= 0 && loop < steps.size()) {
            line("end");
        } else if (loop >= 0) {
            line("Note over L0" + (lanes.size() > 1 ? ",L" + (lanes.size() - 1) : "") + ": it stops here");
        }
        return out.toString();
    }

    private void step(StepAccount step) {
        String lane = lane(Lanes.of(step));
        List<String> lines = new ArrayList<>();
        lines.add(step.number() + " " + Lanes.text(step));
        lines.addAll(step.changes());
        flights.stream()
                .filter(f -> f.ended().orElse(-1) == step.number() && f.sent() < step.number())
                .forEach(f -> lines.add(ending(f)));
        step.error().ifPresent(e -> lines.add("✗ " + e));
        boolean fault = step.kind() == Origin.Kind.FAULT;
        if (fault) {
            line("rect rgba(220, 60, 60, 0.25)");
        }
        line("Note over " + lane + ": "
                + String.join("<br/>", lines.stream().map(MermaidText::quoted).toList()));
        if (fault) {
            line("end");
        }
        flights.stream().filter(f -> f.sent() == step.number()).forEach(f -> arrow(f, lane));
    }

    private static String ending(Flight flight) {
        String from = flight.from().map(f -> " from " + f).orElse("");
        return switch (flight.fate()) {
            case ARRIVED -> "◀ " + flight.what() + from + ", step " + flight.sent();
            case LOST -> "✗ lost: " + flight.what() + from + ", step " + flight.sent();
            case PENDING, DROPPED, COALESCED -> flight.label();
        };
    }

    private void arrow(Flight flight, String sender) {
        String from = flight.from().filter(lanes::contains).map(this::lane).orElse(sender);
        String to = flight.to().filter(lanes::contains).map(this::lane).orElse(from);
        String head = switch (flight.fate()) {
            case ARRIVED -> flight.kind() == Flight.Kind.IPI ? "->>" : "-)";
            case PENDING -> "--)";
            case LOST, DROPPED -> "--x";
            case COALESCED -> "-->>";
        };
        line(from + head + to + ": " + quoted(flight.label()));
    }

    private String lane(String name) {
        return "L" + Math.max(0, lanes.indexOf(name));
    }

    private void line(String text) {
        out.append("    ").append(text).append('\n');
    }

    /** Text that means itself: Mermaid has codes for what begins something else, and makes HTML of the rest. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        Legible.text(text).codePoints().forEach(c -> {
            switch (c) {
                case '#', ';', '<', '>', '&', '%', '$', '\\' ->
                    quoted.append('#').append(c).append(';');
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.toString();
    }
}
