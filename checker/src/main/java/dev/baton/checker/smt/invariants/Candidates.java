package dev.baton.checker.smt.invariants;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may be true of all states since it is of samples: a leaf has one of the values that it had, and two leaves do
 * not have two values at once that they never had at once. Every clause of up to two literals about the values of
 * leaves follows from such.
 */
final class Candidates {
    private static final int MOST_VALUES = 16;
    private static final int MOST = 3_000;

    private final SymbolicSystem system;
    private final Terms terms;

    /** That a leaf has a value, and the samples in which it does. */
    private record Atom(Leaf leaf, Term holds, BitSet where) {}

    private Candidates(SymbolicSystem system) {
        this.system = system;
        this.terms = system.terms();
    }

    /** @param samples the bits of each leaf in each sample */
    static List<Term> of(SymbolicSystem system, List<long[]> samples) {
        return new Candidates(system).all(samples);
    }

    private List<Term> all(List<long[]> samples) {
        List<Term> found = new ArrayList<>();
        List<Atom> atoms = new ArrayList<>();
        for (Leaf leaf : system.leaves()) {
            Map<Long, BitSet> values = new TreeMap<>();
            for (int i = 0; i < samples.size(); i++) {
                values.computeIfAbsent(samples.get(i)[leaf.number()], _ -> new BitSet())
                        .set(i);
            }
            if (values.size() <= MOST_VALUES) {
                List<Atom> some = new ArrayList<>();
                values.forEach((value, where) -> some.add(new Atom(leaf, has(leaf, value), where)));
                add(terms.any(some.stream().map(Atom::holds).toList()), found);
                atoms.addAll(some);
            }
        }
        for (int i = 0; i < atoms.size(); i++) {
            for (int j = i + 1; j < atoms.size() && found.size() < MOST; j++) {
                Atom a = atoms.get(i);
                Atom b = atoms.get(j);
                if (a.leaf.number() != b.leaf.number() && !a.where.intersects(b.where)) {
                    add(terms.either(terms.not(a.holds), terms.not(b.holds)), found);
                }
            }
        }
        return found;
    }

    private Term has(Leaf leaf, long value) {
        return switch (leaf.now().sort()) {
            case Sort.Bool _ -> value == 0 ? terms.not(leaf.now()) : leaf.now();
            case Sort.Bits bits -> terms.equal(leaf.now(), terms.number(value, bits.width()));
        };
    }

    private static void add(Term candidate, List<Term> found) {
        if (!candidate.isTrue()) {
            found.add(candidate);
        }
    }
}
