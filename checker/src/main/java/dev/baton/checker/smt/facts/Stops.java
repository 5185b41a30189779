package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.FairUnits;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A system with what liveness remembers of the states so far: in which states stopping for ever refutes a property is
 * then a question to one state.
 */
final class Stops {
    private final SymbolicSystem base;
    private final Terms terms;
    private final List<Refuting> refuting = new ArrayList<>();
    private final List<Leaf> histories = new ArrayList<>();
    private final Map<Property, Term> refuted = new LinkedHashMap<>();
    private final SymbolicSystem system;

    Stops(SymbolicSystem base, Interpreter interpreter, List<Property> properties) {
        this.base = base;
        this.terms = base.terms();
        Term nobody = nobodyCan(interpreter.fairUnits());
        for (Property property : properties) {
            List<Term> any = new ArrayList<>();
            for (Environment binding : interpreter.bindings(property.binders())) {
                String name = "stops.history" + histories.size();
                Refuting one = Refuting.of(base, property, binding, terms.symbol(name, Sort.BOOL));
                histories.add(new Leaf(
                        base.leaves().size() + histories.size(),
                        new Variable(name, Type.BOOL, Expr.FALSE, Variable.Role.LOCAL, Optional.empty(), Span.NONE),
                        Type.BOOL,
                        one.history(),
                        terms.symbol(name + "'", Sort.BOOL),
                        terms.truth(one.first()),
                        BigInteger.TWO));
                refuting.add(one);
                any.add(terms.both(one.stopped(), nobody));
            }
            refuted.put(property, terms.any(any));
        }
        this.system = base.with(histories, this::remembering);
    }

    /** That nobody who is treated fairly can change anything. */
    private Term nobodyCan(FairUnits fair) {
        List<Term> all = new ArrayList<>();
        for (Move move : base.moves()) {
            if (!fair.of(move.action(), move.arguments()).isEmpty()) {
                all.add(terms.not(Monitor.changing(base, move)));
            }
        }
        return terms.all(all);
    }

    private Move remembering(Move move) {
        TreeMap<Integer, Term> changes = new TreeMap<>(move.changes());
        for (int i = 0; i < histories.size(); i++) {
            changes.put(histories.get(i).number(), refuting.get(i).after());
        }
        return new Move(
                move.number(),
                move.action(),
                move.arguments(),
                Monitor.changing(base, move),
                changes,
                move.held(),
                move.site());
    }

    SymbolicSystem system() {
        return system;
    }

    /** By property: that stopping for ever in a state refutes it. */
    Map<Property, Term> refuted() {
        return refuted;
    }

    /** Whether a term speaks of the states so far. */
    boolean remembers(Term term) {
        return term.operator() == Operator.SYMBOL
                ? histories.stream().anyMatch(leaf -> leaf.now() == term)
                : term.args().stream().anyMatch(this::remembers);
    }
}
