package dev.baton.checker.smt.system;

import dev.baton.checker.smt.encode.Evaluation;
import dev.baton.checker.smt.encode.Stored;
import dev.baton.checker.smt.encode.Sym;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** A system as formulas over the {@linkplain Leaf leaves} of its state. Not for use by several threads. */
public final class SymbolicSystem {
    private final TransitionSystem system;
    private final Terms terms;
    private final Evaluation evaluation;
    private final Stored stored;
    private final Map<Variable, Sym> now = new HashMap<>();
    private final Map<Variable, Sym> next = new HashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<Term, Leaf> bySymbol = new HashMap<>();
    private final List<Move> moves;
    /** By the number of a move. */
    private final List<Term> beyond;

    private final List<Term> wellFormed = new ArrayList<>();

    /**
     * Throws {@code TooLargeException} for what is too large, {@code CancelledException} where asked to stop.
     *
     * @param cancelled asked now and then
     */
    public SymbolicSystem(TransitionSystem system, BooleanSupplier cancelled) {
        this.system = system;
        this.terms = new Terms();
        this.evaluation = new Evaluation(terms, (v, primed) -> read(v, primed), cancelled);
        this.stored = new Stored(evaluation);
        Set<Variable> changing = changing(system);
        State first = new Interpreter(system).initial();
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            if (changing.contains(variable)) {
                keep(variable, first.get(i));
            } else {
                Sym fixed = evaluation.constant(first.get(i), variable.type());
                now.put(variable, fixed);
                next.put(variable, fixed);
            }
        }
        this.moves = new Moves(this, evaluation).of(system.actions());
        this.beyond = moves.stream().map(_ -> terms.yes).toList();
    }

    private SymbolicSystem(SymbolicSystem base, List<Leaf> more, UnaryOperator<Move> extending) {
        this.system = base.system;
        this.terms = base.terms;
        this.evaluation = base.evaluation;
        this.stored = base.stored;
        now.putAll(base.now);
        next.putAll(base.next);
        leaves.addAll(base.leaves);
        leaves.addAll(more);
        leaves.forEach(leaf -> bySymbol.put(leaf.now(), leaf));
        wellFormed.addAll(base.wellFormed);
        for (Leaf leaf : more) {
            if (leaf.now().sort() instanceof Sort.Bits bits && leaf.values().bitLength() <= bits.width()) {
                wellFormed.add(
                        terms.below(leaf.now(), terms.number(leaf.values().longValueExact(), bits.width())));
            }
        }
        this.moves = base.moves.stream().map(extending).toList();
        this.beyond = moves.stream()
                .map(move -> base.moves.get(move.number()).guard() == move.guard() ? base.beyond(move) : move.guard())
                .toList();
    }

    /**
     * The same with more to its state, which the moves change as they please.
     *
     * @param more numbered from {@code leaves().size()} on
     * @param extending gives each move with what more it asks and does, under the same number
     */
    public SymbolicSystem with(List<Leaf> more, UnaryOperator<Move> extending) {
        return new SymbolicSystem(this, more, extending);
    }

    private static Set<Variable> changing(TransitionSystem system) {
        Set<Variable> changing = new HashSet<>();
        for (Action action : system.actions()) {
            action.updates().forEach(update -> changing.add(update.variable()));
            if (!action.checks().isEmpty()) {
                system.error().ifPresent(error -> changing.add(error.variable()));
            }
        }
        return changing;
    }

    private void keep(Variable variable, Value initial) {
        Sym here = stored.fresh(variable.type(), variable.name(), "");
        now.put(variable, here);
        next.put(variable, stored.fresh(variable.type(), variable.name(), "'"));
        wellFormed.add(stored.wellFormed(here));
        List<Sym> scalars = stored.scalars(here);
        List<Sym> after = stored.scalars(read(variable, true));
        List<Sym> before = stored.scalars(evaluation.constant(initial, variable.type()));
        for (int i = 0; i < scalars.size(); i++) {
            Term symbol = Stored.term(scalars.get(i));
            if (!symbol.isConstant()) {
                Leaf leaf = new Leaf(
                        leaves.size(),
                        variable,
                        scalars.get(i).type(),
                        symbol,
                        Stored.term(after.get(i)),
                        stored.kept(before.get(i), symbol),
                        Stored.bitPatterns(scalars.get(i)));
                leaves.add(leaf);
                bySymbol.put(symbol, leaf);
            }
        }
    }

    private Sym read(Variable variable, boolean primed) {
        Sym sym = (primed ? next : now).get(variable);
        if (sym == null) {
            throw new IllegalStateException("the system has no variable " + variable);
        }
        return sym;
    }

    /** What is put into each leaf of a variable that is given a value. */
    SortedMap<Integer, Term> kept(Variable variable, Sym value) {
        List<Sym> places = stored.scalars(read(variable, false));
        List<Sym> values = stored.scalars(evaluation.as(variable.type(), value));
        SortedMap<Integer, Term> kept = new TreeMap<>();
        for (int i = 0; i < places.size(); i++) {
            Leaf leaf = bySymbol.get(Stored.term(places.get(i)));
            if (leaf != null) {
                kept.put(leaf.number(), stored.kept(values.get(i), leaf.now()));
            }
        }
        return kept;
    }

    public TransitionSystem system() {
        return system;
    }

    public Terms terms() {
        return terms;
    }

    public List<Leaf> leaves() {
        return Collections.unmodifiableList(leaves);
    }

    public List<Move> moves() {
        return moves;
    }

    /** What this system asks of a move beyond what the action of the move does: true, unless it was extended so. */
    public Term beyond(Move move) {
        return beyond.get(move.number());
    }

    /**
     * Moves of actions that are not the system's own; numbered from 0. Throws as the constructor does.
     *
     * @param actions over the system's variables; what they write to one that no step of the system changes is lost
     */
    public List<Move> moves(List<Action> actions) {
        return new Moves(this, evaluation).of(actions);
    }

    /** The parameters and lets of an action, as its guard sees them. */
    public Bindings<Sym> scope(Action action, List<Value> arguments) {
        Bindings<Sym> locals = Bindings.empty();
        for (int i = 0; i < arguments.size(); i++) {
            Binder parameter = action.parameters().get(i);
            locals = locals.with(parameter.name(), constant(arguments.get(i), parameter.type()));
        }
        return evaluation.within(action.lets(), locals);
    }

    /** What is true of every state whatever the steps do: every leaf is one of its type. */
    public Term wellFormed() {
        return terms.all(wellFormed);
    }

    /** Whether stopping is right in a state: it shows an error, or is terminal. */
    public Term mayStop() {
        Term failed = system.error()
                .map(e -> terms.not(evaluation.equal(
                        read(e.variable(), false), constant(new Value.EnumMember(e.type(), 0), e.type()))))
                .orElse(terms.no);
        return terms.either(failed, system.terminal().map(this::holds).orElse(terms.no));
    }

    /** Whether some step can be taken. */
    public Term enabled() {
        return terms.any(moves.stream().map(Move::guard).toList());
    }

    /** A predicate of a state, or with primed reads of a step. */
    public Term holds(Expr predicate) {
        return holds(predicate, Bindings.empty());
    }

    public Term holds(Expr predicate, Bindings<Sym> locals) {
        return evaluation.truth(predicate, locals);
    }

    /** A known value, to bind a local to. */
    public Sym constant(Value value, Type type) {
        return evaluation.constant(value, type);
    }

    /**
     * When a safety property is violated, or a cover reached: over a state, and for STEP over a step that changes it.
     */
    public Term target(Property property) {
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, STEP -> terms.not(holds(property.left()));
            case COVER -> holds(property.left());
            case DEADLOCK_FREE -> terms.both(terms.not(mayStop()), terms.not(enabled()));
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                throw new IllegalArgumentException(property.name() + " is decided by behaviours");
        };
    }

    /** The same as a question to a state alone: for STEP, whether some step from it violates the property. */
    public Term stateTarget(Property property) {
        Term target = target(property);
        if (property.kind() != Property.Kind.STEP) {
            return target;
        }
        return terms.any(moves.stream().map(m -> violates(m, target)).toList());
    }

    /** That a move can be taken, changes the state, and is a target: over the state before it. */
    public Term violates(Move move, Term target) {
        Map<Term, Term> after = new HashMap<>();
        List<Term> differs = new ArrayList<>();
        for (Leaf leaf : leaves) {
            Term next = move.changes().getOrDefault(leaf.number(), leaf.now());
            after.put(leaf.next(), next);
            differs.add(terms.not(terms.equal(next, leaf.now())));
        }
        return terms.all(List.of(move.guard(), terms.any(differs), terms.substitute(target, after)));
    }

    /** @param bits of each leaf; 1 or 0 for truth values */
    public State state(ToLongFunction<Term> bits) {
        return new State(system.variables().stream()
                .map(v -> Stored.value(read(v, false), bits))
                .toList());
    }

    /** The bits of each leaf in a state. */
    public long[] bits(State state) {
        long[] bits = new long[leaves.size()];
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            kept(variable, evaluation.constant(state.get(i), variable.type()))
                    .forEach((leaf, value) -> bits[leaf] = value.value());
        }
        return bits;
    }

    /** The leaf of a symbol of the state. */
    public Leaf leaf(Term symbol) {
        Leaf leaf = bySymbol.get(symbol);
        if (leaf == null) {
            throw new IllegalArgumentException(symbol + " is no part of the state");
        }
        return leaf;
    }
}
