package dev.baton.trace.format;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.trace.format.WrittenTrace.Label;
import dev.baton.trace.format.WrittenTrace.Loop;
import dev.baton.trace.format.WrittenTrace.WrittenState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outer forms of the JSON that TLC writes with {@code -dumpTrace json}, over the years:
 *
 * <ul>
 *   <li>a list of states, as {@code JsonSerialize} of {@code Trace} gives it too;
 *   <li>{@code {"state": [[1, …], …], "action": [[[1, …], {"name": …}, [2, …]], …]}};
 *   <li>the same within {@code {"counterexample": …, "vars": […]}}.
 * </ul>
 *
 * <p>States are numbered from 1. A loop is an action that leads to a state that is not a later one.
 */
final class TlcShape {
    private final SourceFile file;

    private TlcShape(SourceFile file) {
        this.file = file;
    }

    /** Whether it looks as if it were meant to be one. */
    static boolean fits(Json top) {
        return top instanceof Json.Items
                || (top instanceof Json.Fields fields
                        && (fields.get("counterexample").isPresent()
                                || fields.get("state").isPresent()));
    }

    /** @throws Malformed if it is none */
    static WrittenTrace of(SourceFile file, Json top) {
        return new TlcShape(file).trace(top);
    }

    private WrittenTrace trace(Json top) {
        if (top instanceof Json.Fields fields && fields.get("counterexample").isPresent()) {
            return graph(object(fields.get("counterexample").orElseThrow(), "`counterexample`"));
        }
        if (top instanceof Json.Fields fields) {
            return graph(fields);
        }
        List<WrittenState> states = new ArrayList<>();
        for (Json json : list(top, "the trace", "a list of states")) {
            Json.Fields state = object(json, "state " + states.size());
            states.add(new WrittenState(state, state.fields(), Optional.empty()));
        }
        return whole(top, states, Optional.empty());
    }

    private WrittenTrace graph(Json.Fields top) {
        Json given = top.get("state")
                .orElseThrow(() ->
                        new Malformed(Diagnostic.of(Code.B1103, Malformed.span(file, top), "`state` is missing")));
        List<Json.Fields> states = new ArrayList<>();
        for (Json json : list(given, "`state`", "a list of states")) {
            Numbered numbered = numbered(json);
            if (numbered.number != states.size() + 1) {
                throw Malformed.shape(
                        file, json, "state " + states.size(), "the state that TLC calls " + (states.size() + 1));
            }
            states.add(numbered.state);
        }
        Map<Integer, Label> labels = new HashMap<>();
        Optional<Loop> loop = Optional.empty();
        for (Json json : top.get("action")
                .map(a -> list(a, "`action`", "a list of steps"))
                .orElse(List.of())) {
            List<Json> parts = list(json, "a step of `action`", "two states and what lies between");
            if (parts.size() != 3) {
                throw Malformed.shape(file, json, "a step of `action`", "two states and what lies between");
            }
            int from = numbered(parts.get(0)).number;
            int to = numbered(parts.get(2)).number;
            Optional<Label> label = label(parts.get(1));
            if (to > states.size() || from > states.size()) {
                throw Malformed.shape(file, json, "a step of `action`", "a step between states of `state`");
            }
            if (to > from) {
                label.ifPresent(l -> labels.put(to, l));
            } else {
                loop = Optional.of(new Loop(json, to - 1, label));
            }
        }
        List<WrittenState> written = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            written.add(
                    new WrittenState(states.get(i), states.get(i).fields(), Optional.ofNullable(labels.get(i + 1))));
        }
        return whole(top, written, loop);
    }

    private WrittenTrace whole(Json top, List<WrittenState> states, Optional<Loop> loop) {
        if (states.isEmpty()) {
            throw new Malformed(Diagnostic.of(Code.B1103, Malformed.span(file, top), "it has no states")
                    .withHelp("TLC writes no states where nothing is violated"));
        }
        if (states.size() > ItfShape.MOST_STATES) {
            String what = states.size() + " states, where at most " + ItfShape.MOST_STATES + " can be read";
            throw new Malformed(Diagnostic.of(Code.B1102, Malformed.span(file, top), what));
        }
        return new WrittenTrace(file, TraceHeader.NONE, false, Set.of(), states, loop);
    }

    /** TLC's number of a state, and the state. */
    private record Numbered(int number, Json.Fields state) {}

    private Numbered numbered(Json json) {
        String expected = "a number and a state";
        List<Json> two = list(json, "a state", expected);
        Optional<Integer> number =
                two.size() == 2 && two.getFirst() instanceof Json.Numeral n ? n.integer() : Optional.empty();
        if (number.filter(n -> n > 0).isEmpty()) {
            throw Malformed.shape(file, json, "a state", expected);
        }
        return new Numbered(number.get(), object(two.getLast(), "state " + (number.get() - 1)));
    }

    private static Optional<Label> label(Json json) {
        return json instanceof Json.Fields action
                ? action.get("name")
                        .filter(Json.Text.class::isInstance)
                        .map(name -> new Label(name, ((Json.Text) name).value(), Map.of(), Map.of()))
                : Optional.empty();
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
}
