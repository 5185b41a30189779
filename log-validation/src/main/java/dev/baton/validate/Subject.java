package dev.baton.validate;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A protocol that logs are held against: its steps, by what logs call them, and those that no log tells of. */
public final class Subject {
    /** An action of more instances is one step with all of them as its ways. */
    private static final int MOST_INSTANCES = 1024;

    private final Protocol protocol;
    private final Interpreter interpreter;
    private final Cells cells;
    private final Watched watched;
    private final Units units;
    private final boolean lifted;
    private final Map<String, StepTable> tables = new HashMap<>();
    private final List<Work> hidden = new ArrayList<>();
    private final BitSet hiddenWrites = new BitSet();

    /**
     * What of it to take how.
     *
     * @param watched properties to look at; those that need more than a state or a step are passed over
     * @param unlimited whether faults that are logged may strike more often than the protocol says
     * @param unlogged whether messages and IPIs may be lost, duplicated or reordered without a word, as often as the
     *     protocol says
     */
    public record Terms(List<Property> watched, boolean unlimited, boolean unlogged) {
        public Terms {
            watched = List.copyOf(watched);
        }
    }

    /** @param system what {@code protocol} is lowered to */
    public Subject(Protocol protocol, TransitionSystem system, Terms terms) {
        this.protocol = protocol;
        this.interpreter = new Interpreter(system);
        this.cells = new Cells(system);
        this.watched = new Watched(interpreter, terms.watched(), cells);
        this.units = new Units(system, ControlPoints.of(protocol));
        this.lifted = terms.unlimited();
        units.drains().forEach(this::hide);
        if (terms.unlogged()) {
            for (Protocol.Fault fault : protocol.faults()) {
                switch (fault.kind()) {
                    case LOSE, DUPLICATE, REORDER ->
                        units.faults(declared(fault)).forEach(this::hide);
                    case CRASH, RESTART, HANG -> {}
                }
            }
        }
    }

    /** How traces call a fault: {@code crash Sender}. */
    private static String declared(Protocol.Fault fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT) + " " + fault.target();
    }

    public Protocol protocol() {
        return protocol;
    }

    public TransitionSystem system() {
        return interpreter.system();
    }

    /** Properties that are looked at. */
    public List<Property> properties() {
        return watched.properties();
    }

    Interpreter interpreter() {
        return interpreter;
    }

    Cells cells() {
        return cells;
    }

    Watched watched() {
        return watched;
    }

    Units units() {
        return units;
    }

    List<Work> hidden() {
        return hidden;
    }

    Situation first() {
        return Situation.of(interpreter.initial());
    }

    /** Whether a step that no event tells of may change what a log expects. */
    boolean hiddenStepsChange(List<Expectation> expected) {
        return !hidden.isEmpty()
                && cells.numbers(expected.stream().map(Expectation::cell).toList())
                        .intersects(hiddenWrites);
    }

    /** No event tells of the steps of an action, which may be taken at any time. */
    void hide(Action action) {
        for (Map<String, Value> given : instances(action)) {
            Work work = work(List.of(offer(action, given)), List.of());
            hidden.add(work);
            hiddenWrites.or(work.writes());
        }
    }

    /** No step, in a state that is as expected. */
    Work nothing(List<Expectation> expected) {
        return Work.nothing(
                cells.numbers(expected.stream().map(Expectation::cell).toList()));
    }

    /** The step is one of these, in a state that is as expected. */
    Work work(List<Work.Offer> offers, List<Expectation> expected) {
        Work work = Work.of(offers, cells, watched);
        work.reads().or(cells.numbers(expected.stream().map(Expectation::cell).toList()));
        return work;
    }

    /**
     * The steps of an action.
     *
     * @param given arguments, by name of the parameter
     */
    Work.Offer offer(Action action, Map<String, Value> given) {
        Map<String, Value> fixed = new HashMap<>();
        StringBuilder key = new StringBuilder(action.name());
        List<Optional<Value>> arguments = new ArrayList<>();
        for (Binder parameter : action.parameters()) {
            Optional<Value> value = Optional.ofNullable(given.get(parameter.name()));
            arguments.add(value);
            if (value.isPresent() && parameter.type() instanceof Type.Index) {
                fixed.put(parameter.name(), value.get());
                key.append(' ').append(parameter.name()).append('=').append(value.get());
            }
        }
        StepTable table = tables.computeIfAbsent(key.toString(), k -> new StepTable(interpreter, action, fixed, cells));
        return new Work.Offer(table, arguments);
    }

    /** A fault as a log may take it: without its budget, if that is lifted. */
    Action logged(Action fault) {
        if (!lifted) {
            return fault;
        }
        Rewriter rewriter = new Rewriter(
                Map.of(),
                read -> read.variable().role() == Variable.Role.BUDGET ? Exprs.literal(1) : read,
                query -> query,
                call -> call);
        return new Action(
                fault.name() + " unlimited",
                fault.parameters(),
                fault.lets(),
                rewriter.rewrite(fault.guard()),
                fault.checks(),
                fault.updates().stream()
                        .filter(u -> u.variable().role() != Variable.Role.BUDGET)
                        .toList(),
                fault.origin(),
                fault.arrows(),
                fault.marks(),
                fault.ways());
    }

    /** The values of those parameters of an action that range over a whole index type. */
    private static List<Map<String, Value>> instances(Action action) {
        List<Map<String, Value>> instances = List.of(Map.of());
        for (Binder parameter : action.parameters()) {
            if (!(parameter.domain() instanceof Expr.Domain(Type.Index index, var _))
                    || instances.size() * index.size() > MOST_INSTANCES) {
                continue;
            }
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Map<String, Value> instance : instances) {
                for (Value member : Domain.values(index)) {
                    Map<String, Value> more = new HashMap<>(instance);
                    more.put(parameter.name(), member);
                    longer.add(more);
                }
            }
            instances = longer;
        }
        return instances;
    }
}
