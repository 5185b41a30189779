package dev.baton.validate;

import dev.baton.model.expr.Expr;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Evaluator;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The invariants and step properties that a log is held against, each a bit. At most 64 of them, the first ones: the
 * others are not looked at.
 */
final class Watched {
    private static final int MOST = 64;

    private final Interpreter interpreter;
    private final List<Property> properties = new ArrayList<>();
    private final List<BitSet> reads = new ArrayList<>();
    private final long ofSteps;

    Watched(Interpreter interpreter, List<Property> asked, Cells cells) {
        this.interpreter = interpreter;
        long steps = 0;
        for (Property property : asked) {
            boolean step = property.kind() == Property.Kind.STEP;
            if ((step || property.kind().stateInvariant()) && properties.size() < MOST) {
                steps |= step ? 1L << properties.size() : 0;
                properties.add(property);
                reads.add(cells.numbers(Footprint.of(property.left(), cells).reads()));
            }
        }
        ofSteps = steps;
    }

    List<Property> properties() {
        return List.copyOf(properties);
    }

    /** The properties that look at one of these cells. */
    long looking(BitSet cells) {
        long bits = 0;
        for (int i = 0; i < properties.size(); i++) {
            bits |= reads.get(i).intersects(cells) ? 1L << i : 0;
        }
        return bits;
    }

    /** The invariants that a state violates. */
    long violated(Situation situation) {
        return violated(interpreter.evaluator(situation.state()), ~ofSteps);
    }

    /**
     * What a step violates, or the state that it leads to, of the properties that may be touched by it.
     *
     * @param touched bits of these
     */
    long violated(Situation before, Situation after, long touched) {
        long states = touched & ~ofSteps;
        long steps = touched & ofSteps;
        if ((states | steps) == 0 || before.equals(after)) {
            return 0;
        }
        long bits = states == 0 ? 0 : violated(interpreter.evaluator(after.state()), states);
        return steps == 0 ? bits : bits | violated(interpreter.evaluator(before.state(), after.state()), steps);
    }

    private long violated(Evaluator at, long asked) {
        long bits = 0;
        for (int i = 0; i < properties.size(); i++) {
            Expr predicate = properties.get(i).left();
            if ((asked >> i & 1) != 0 && !at.holds(predicate, Environment.EMPTY)) {
                bits |= 1L << i;
            }
        }
        return bits;
    }
}
