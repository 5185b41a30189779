package dev.baton.view;

import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Evaluator;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether each property holds in each state of a trace, a character each: see {@link View}. Of a step property whether
 * the step that led to the state kept it. What a property reads is looked at anew only where it changed.
 */
final class Lights {
    private static final char HOLDS = '1';
    private static final char FAILS = '0';
    private static final char UNDEFINED = '?';
    private static final char NONE = '-';

    private final Interpreter interpreter;
    private final Trace trace;

    private Lights(Interpreter interpreter, Trace trace) {
        this.interpreter = interpreter;
        this.trace = trace;
    }

    /** A text for each state. */
    static List<String> of(Interpreter interpreter, List<Property> properties, Trace trace) {
        Lights lights = new Lights(interpreter, trace);
        List<char[]> columns = properties.stream().map(lights::column).toList();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < trace.length(); i++) {
            StringBuilder row = new StringBuilder();
            for (char[] column : columns) {
                row.append(column[i]);
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private char[] column(Property property) {
        char[] column = new char[trace.length()];
        List<Integer> reads = reads(property);
        for (int i = 0; i < column.length; i++) {
            boolean same = i > 0 && unchanged(reads, trace.state(i - 1), trace.state(i));
            column[i] = switch (property.kind()) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER ->
                    same ? column[i - 1] : light(property, interpreter.evaluator(trace.state(i)));
                case STEP ->
                    i == 0 ? NONE : same && trace.state(i - 1).equals(trace.state(i)) ? HOLDS : over(property, i);
                case DEADLOCK_FREE -> i < column.length - 1 ? HOLDS : ending(property);
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> NONE;
            };
        }
        return column;
    }

    private char over(Property property, int state) {
        return light(property, interpreter.evaluator(trace.state(state - 1), trace.state(state)));
    }

    private char ending(Property property) {
        return interpreter.shows(property, trace) ? FAILS : HOLDS;
    }

    private static char light(Property property, Evaluator at) {
        try {
            return at.holds(property.left(), Environment.EMPTY) ? HOLDS : FAILS;
        } catch (UndefinedException undefined) {
            return UNDEFINED;
        }
    }

    private List<Integer> reads(Property property) {
        Set<Variable> variables = Shape.reads(property.left());
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < interpreter.system().variables().size(); i++) {
            if (variables.contains(interpreter.system().variables().get(i))) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static boolean unchanged(List<Integer> positions, State before, State after) {
        return positions.stream().allMatch(p -> Objects.equals(before.get(p), after.get(p)));
    }
}
