package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** The operators on sets. */
final class Sets {
    private final Structures structures;
    private final Terms terms;

    Sets(Structures structures) {
        this.structures = structures;
        this.terms = structures.terms();
    }

    /** An element that may be in a set, and when it is. */
    record Candidate(Sym element, Term present) {}

    /** All values of a type, each as a constant. */
    List<Sym> values(Type type) {
        return Domain.values(type).stream()
                .map(v -> structures.constant(v, type))
                .toList();
    }

    List<Candidate> candidates(Sym.SetOf set) {
        List<Sym> values = values(set.type().element());
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            all.add(new Candidate(values.get(i), set.members().get(i)));
        }
        return all;
    }

    /** Whether a value, of any type that may share values with the set's elements, is in a set. */
    Term contains(Sym.SetOf set, Sym value) {
        List<Term> any = new ArrayList<>();
        for (Candidate candidate : candidates(set)) {
            if (!candidate.present().isFalse()) {
                any.add(terms.both(candidate.present(), structures.equal(candidate.element(), value)));
            }
        }
        return terms.any(any);
    }

    /** The set of the elements that are present. */
    Sym of(Type.SetOf type, List<Candidate> candidates) {
        List<Term> members = new ArrayList<>();
        for (Value value : Structures.values(type.element())) {
            Sym here = structures.constant(value, type.element());
            List<Term> any = new ArrayList<>();
            for (Candidate candidate : candidates) {
                any.add(terms.both(candidate.present(), structures.equal(candidate.element(), here)));
            }
            members.add(terms.any(any));
        }
        return new Sym.SetOf(type, members);
    }

    Sym all(Type element) {
        return new Sym.SetOf(
                new Type.SetOf(element),
                Structures.values(element).stream().map(_ -> terms.yes).toList());
    }

    /** The integers of a range type from {@code low} to {@code high}. */
    Sym range(Type.SetOf type, Num low, Num high) {
        return new Sym.SetOf(
                type,
                values(type.element()).stream()
                        .map(v -> between(low, (Num) v, high))
                        .toList());
    }

    Term between(Num low, Num value, Num high) {
        Numbers numbers = structures.numbers();
        return terms.both(numbers.atMost(low, value), numbers.atMost(value, high));
    }

    Sym union(Sym a, Sym b) {
        return pointwise(a, b, terms::either);
    }

    Sym intersect(Sym a, Sym b) {
        return pointwise(a, b, terms::both);
    }

    Sym minus(Sym a, Sym b) {
        return pointwise(a, b, (x, y) -> terms.both(x, terms.not(y)));
    }

    private Sym.SetOf pointwise(Sym a, Sym b, BinaryOperator<Term> operator) {
        Type.SetOf join = (Type.SetOf) Join.of(a.type(), b.type());
        Sym.SetOf x = (Sym.SetOf) structures.coercion().to(join, a);
        Sym.SetOf y = (Sym.SetOf) structures.coercion().to(join, b);
        List<Term> members = new ArrayList<>();
        for (int i = 0; i < x.members().size(); i++) {
            members.add(operator.apply(x.members().get(i), y.members().get(i)));
        }
        return new Sym.SetOf(join, members);
    }

    Term subset(Sym part, Sym whole) {
        return terms.all(pointwise(part, whole, terms::implies).members());
    }

    Num size(Sym.SetOf set) {
        Numbers numbers = structures.numbers();
        return numbers.sum(set.members().stream().map(numbers::count).toList());
    }
}
