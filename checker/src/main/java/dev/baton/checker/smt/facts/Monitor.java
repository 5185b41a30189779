package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.fairness.Obligations;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.FairUnits;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A system that counts beside its steps how often, since its behaviour last stopped refuting a liveness property,
 * everybody has been treated fairly (k-liveness: Claessen and Sörensson, A liveness checking algorithm that counts,
 * 2012). A fair behaviour that refutes the property counts on for ever, so if the count stays below a bound there is
 * none. Somebody treated fairly is served where he does something, or, if he is owed it only while he can all the time,
 * where he can't. Of those who are owed something for being able again and again ("strong") somebody says which are
 * able so; the others must then never be: a property holds if all such choices are counted out.
 */
final class Monitor {
    private final SymbolicSystem base;
    private final Terms terms;
    private final Refuting refuting;
    private final List<List<Integer>> ofUnit = new ArrayList<>();
    private final List<Term> enabled = new ArrayList<>();
    private final List<Integer> served = new ArrayList<>();
    private final BitSet weak;
    private final Term alive;
    private final Term history;

    /**
     * Of one property under one binding.
     *
     * @param able of the units owed something for being able again and again those that are
     */
    Monitor(SymbolicSystem base, FairUnits fair, Property property, Environment binding, BitSet able) {
        this.base = base;
        this.terms = base.terms();
        this.history = terms.symbol("monitor.history", Sort.BOOL);
        this.refuting = Refuting.of(base, property, binding, history);
        Obligations obligations = fair.obligations();
        this.weak = obligations.weak();
        List<Term> quiet = new ArrayList<>(List.of(refuting.alive()));
        for (int unit = 0; unit < obligations.size(); unit++) {
            List<Integer> moves = new ArrayList<>();
            for (Move move : base.moves()) {
                if (fair.of(move.action(), move.arguments()).get(unit)) {
                    moves.add(move.number());
                }
            }
            ofUnit.add(moves);
            enabled.add(terms.any(moves.stream()
                    .map(base.moves()::get)
                    .map(m -> changing(base, m))
                    .toList()));
            if (weak.get(unit) || able.get(unit)) {
                served.add(unit);
            } else {
                quiet.add(terms.not(enabled.get(unit)));
            }
        }
        this.alive = terms.all(quiet);
    }

    /** When a move is possible and changes the state. */
    static Term changing(SymbolicSystem system, Move move) {
        Terms terms = system.terms();
        List<Term> differences = new ArrayList<>();
        move.changes()
                .forEach((number, value) -> differences.add(
                        terms.not(terms.equal(system.leaves().get(number).now(), value))));
        return terms.both(move.guard(), terms.any(differences));
    }

    /** How many must be served before it counts one more. */
    int duties() {
        return served.size() + refuting.again().size();
    }

    boolean firstHistory() {
        return refuting.first();
    }

    Term history() {
        return history;
    }

    /** Whether a state, with the history before it, goes on refuting. */
    Term alive() {
        return alive;
    }

    /** The history once a state is seen. */
    Term after() {
        return refuting.after();
    }

    /** Whether a state refutes the property by stopping there, which nobody who is treated fairly is against. */
    Term stopped() {
        List<Term> parts = new ArrayList<>(List.of(refuting.stopped()));
        enabled.forEach(unit -> parts.add(terms.not(unit)));
        return terms.all(parts);
    }

    /** Whether a duty is done by a move from a state. */
    Term done(int duty, Move move) {
        if (duty >= served.size()) {
            return refuting.again().get(duty - served.size());
        }
        int unit = served.get(duty);
        if (ofUnit.get(unit).contains(move.number())) {
            return terms.yes;
        }
        return weak.get(unit) ? terms.not(enabled.get(unit)) : terms.no;
    }

    /**
     * A system with a count.
     *
     * @param system the one that counts
     * @param extra the leaves that it has more: the history, a flag for each duty, the count
     * @param bad where it counts too far, or, if that is asked too, may stop
     */
    record Counting(SymbolicSystem system, List<Leaf> extra, Term bad) {
        Counting {
            extra = List.copyOf(extra);
        }
    }

    /**
     * The system that counts.
     *
     * @param most the count that is not too far yet
     * @param stops whether it is bad too to stop where that refutes the property
     */
    Counting counting(int most, boolean stops) {
        int duties = duties();
        int first = base.leaves().size();
        List<Leaf> extra = new ArrayList<>();
        extra.add(truth(first, "history", refuting.first()));
        for (int duty = 0; duty < duties; duty++) {
            extra.add(truth(first + 1 + duty, "done" + duty, false));
        }
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(most + 1);
        Leaf count = new Leaf(
                first + 1 + duties,
                variable("count", Type.Range.of(0, most + 1)),
                Type.Range.of(0, most + 1),
                terms.symbol("monitor.count", new Sort.Bits(width)),
                terms.symbol("monitor.count'", new Sort.Bits(width)),
                terms.number(0, width),
                BigInteger.valueOf(most + 2L));
        extra.add(count);
        Term tooFar = terms.equal(count.now(), terms.number(most + 1L, width));
        SymbolicSystem system = base.with(extra, move -> counting(move, extra, tooFar));
        return new Counting(system, extra, stops ? terms.either(tooFar, stopped()) : tooFar);
    }

    private Move counting(Move move, List<Leaf> extra, Term tooFar) {
        int duties = duties();
        List<Term> flags = IntStream.range(0, duties)
                .mapToObj(duty -> terms.either(extra.get(1 + duty).now(), done(duty, move)))
                .toList();
        Term all = terms.all(flags);
        Leaf count = extra.getLast();
        Term one = terms.number(1, count.now().width());
        Term none = terms.number(0, count.now().width());
        Map<Integer, Term> changes = new TreeMap<>(move.changes());
        changes.put(extra.getFirst().number(), refuting.after());
        for (int duty = 0; duty < duties; duty++) {
            changes.put(extra.get(1 + duty).number(), terms.all(List.of(alive, terms.not(all), flags.get(duty))));
        }
        Term more = terms.choose(tooFar, count.now(), terms.add(count.now(), one));
        changes.put(count.number(), terms.choose(alive, terms.choose(all, more, count.now()), none));
        return new Move(
                move.number(),
                move.action(),
                move.arguments(),
                changing(base, move),
                new TreeMap<>(changes),
                move.held(),
                move.site());
    }

    private Leaf truth(int number, String name, boolean initial) {
        return new Leaf(
                number,
                variable(name, Type.BOOL),
                Type.BOOL,
                terms.symbol("monitor." + name, Sort.BOOL),
                terms.symbol("monitor." + name + "'", Sort.BOOL),
                terms.truth(initial),
                BigInteger.TWO);
    }

    private static Variable variable(String name, Type type) {
        return new Variable("monitor." + name, type, Expr.FALSE, Variable.Role.LOCAL, Optional.empty(), Span.NONE);
    }
}
