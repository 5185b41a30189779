package dev.baton.trace.format;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.trace.format.WrittenTrace.Label;
import dev.baton.trace.format.WrittenTrace.Loop;
import dev.baton.trace.format.WrittenTrace.WrittenState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outer form of ITF (Apalache's ADR-015): {@code #meta}, {@code params}, {@code vars}, {@code states},
 * {@code loop}. What the variables are is told by the states: some tools list names twice in {@code vars}.
 */
final class ItfShape {
    static final int MOST_STATES = 200_000;

    private final SourceFile file;

    private ItfShape(SourceFile file) {
        this.file = file;
    }

    /** Whether it looks as if it were meant to be one. */
    static boolean fits(Json.Fields top) {
        return top.get("states").isPresent();
    }

    /** @throws Malformed if it is none */
    static WrittenTrace of(SourceFile file, Json.Fields top) {
        return new ItfShape(file).trace(top);
    }

    private WrittenTrace trace(Json.Fields top) {
        Json.Fields meta =
                top.get(ItfText.META).map(json -> object(json, "`#meta`")).orElse(new Json.Fields(0, Map.of()));
        top.get("vars").ifPresent(json -> names(json, "`vars`"));
        Set<String> constants =
                top.get("params").map(json -> names(json, "`params`")).orElse(Set.of());
        if (top.get("vars").isEmpty()) {
            throw new Malformed(Diagnostic.of(Code.B1103, Malformed.span(file, top), "`vars` is missing"));
        }
        List<WrittenState> states = new ArrayList<>();
        for (Json json : list(top.get("states").orElseThrow(), "`states`", "a list of states")) {
            states.add(state(states.size(), object(json, "state " + states.size())));
        }
        bounds(top, states.size());
        Optional<Loop> loop =
                top.get("loop").filter(json -> !(json instanceof Json.Null)).map(json -> loop(json, states.size()));
        return new WrittenTrace(file, TraceHeader.of(meta), meta.get("baton").isPresent(), constants, states, loop);
    }

    private void bounds(Json at, int states) {
        if (states == 0) {
            throw new Malformed(Diagnostic.of(Code.B1103, Malformed.span(file, at), "it has no states"));
        }
        if (states > MOST_STATES) {
            String what = states + " states, where at most " + MOST_STATES + " can be read";
            throw new Malformed(Diagnostic.of(Code.B1102, Malformed.span(file, at), what));
        }
    }

    private WrittenState state(int number, Json.Fields json) {
        Map<String, Json> values = new LinkedHashMap<>(json.fields());
        values.keySet().removeIf(name -> name.equals(ItfText.META) || name.startsWith("mbt::"));
        return new WrittenState(json, values, number == 0 ? Optional.empty() : label(json));
    }

    /** Quint's variables first: they hold values, and {@code #meta} words. */
    private Optional<Label> label(Json.Fields state) {
        Optional<Json> taken = state.get(ItfText.ACTION);
        if (taken.isPresent()) {
            Map<String, Json> picks = new LinkedHashMap<>();
            state.object(ItfText.PICKS)
                    .ifPresent(all -> all.fields()
                            .forEach((name, json) -> picked(json).ifPresent(value -> picks.put(name, value))));
            return Optional.of(new Label(taken.get(), text(taken.get(), "`" + ItfText.ACTION + "`"), picks, Map.of()));
        }
        Optional<Json.Fields> meta = state.object(ItfText.META);
        Map<String, Json> words = meta.flatMap(m -> m.object("arguments"))
                .map(Json.Fields::fields)
                .orElse(Map.of());
        return meta.flatMap(m -> m.get("action"))
                .filter(Json.Text.class::isInstance)
                .map(action -> new Label(action, ((Json.Text) action).value(), Map.of(), words));
    }

    /** The value of a pick: an option, of which older versions of Quint leave the wrapping out. */
    private static Optional<Json> picked(Json json) {
        String tag = json instanceof Json.Fields f ? f.text(ItfValues.TAG).orElse("") : "";
        return switch (tag) {
            case ItfValues.NONE -> Optional.empty();
            case ItfValues.SOME -> ((Json.Fields) json).get(ItfValues.VALUE);
            default -> Optional.of(json);
        };
    }

    private Loop loop(Json json, int states) {
        Optional<Integer> loop = json instanceof Json.Numeral number
                ? number.integer()
                : json instanceof Json.Fields f
                        ? f.only(ItfValues.BIGINT)
                                .filter(Json.Text.class::isInstance)
                                .flatMap(digits -> Json.integer(((Json.Text) digits).value()))
                        : Optional.empty();
        int state = loop.filter(n -> 0 <= n && n < states)
                .orElseThrow(() -> new Malformed(Diagnostic.of(
                                Code.B1111, Malformed.span(file, json), Malformed.described(json), counted(states))
                        .withHelp("it is the number of a state, and the first one has number 0")));
        return new Loop(json, state, Optional.empty());
    }

    private static String counted(int states) {
        return states == 1 ? "is 1 state" : "are " + states + " states";
    }

    private Set<String> names(Json json, String what) {
        Set<String> names = new LinkedHashSet<>();
        for (Json name : list(json, what, "a list of names")) {
            names.add(text(name, "a name in " + what));
        }
        return names;
    }

    private Json.Fields object(Json json, String what) {
        if (json instanceof Json.Fields fields) {
            return fields;
        }
        throw Malformed.shape(file, json, what, "an object");
    }

    private List<Json> list(Json json, String what, String expected) {
        if (json instanceof Json.Items items) {
            return items.items();
        }
        throw Malformed.shape(file, json, what, expected);
    }

    private String text(Json json, String what) {
        if (json instanceof Json.Text(int _, String text)) {
            return text;
        }
        throw Malformed.shape(file, json, what, "a string");
    }
}
