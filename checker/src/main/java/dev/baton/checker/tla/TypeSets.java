package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Containment;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Types as TLA+ sets, and membership in them as TLC can decide it without listing the set. */
final class TypeSets {
    private final Encoding encoding;
    private final Naming naming;
    private final Map<String, BoundText.Constant> constants = new HashMap<>();

    TypeSets(TransitionSystem system, Encoding encoding, Naming naming) {
        this.encoding = encoding;
        this.naming = naming;
        for (TransitionSystem.Parameter p : system.parameters()) {
            constants.put(p.name(), new BoundText.Constant(naming.parameter(p.name()), p.value()));
        }
    }

    /** The set of the values of a type; named types by their names. */
    Term set(Type type) {
        return switch (type) {
            case Type.Bool t -> Terms.BOOLEAN;
            case Type.Range t -> Terms.binary(Infix.UP_TO, bound(t.lo()), bound(t.hi()));
            case Type.Enumeration t -> Terms.word(naming.typeName(t));
            case Type.Index t -> {
                Term name = Terms.word(naming.typeName(t));
                yield t.single() ? Terms.set(List.of(name)) : name;
            }
            case Type.Struct t -> Terms.word(naming.typeName(t));
            case Type.Union t -> Terms.word(naming.typeName(t));
            case Type.Option t ->
                Terms.binary(Infix.UNION, set(t.element()), Terms.set(List.of(Terms.word(Naming.NONE))));
            case Type.SetOf t -> Terms.unary(Prefix.SUBSET, set(t.element()));
            case Type.Seq t -> Terms.call(Prelude.BOUNDED_SEQ.operator(), set(t.element()), Terms.number(t.capacity()));
            case Type.Bag t -> Terms.call(Prelude.BOUNDED_BAG.operator(), set(t.element()), Terms.number(t.capacity()));
            case Type.MapOf t -> Terms.functions(set(t.key()), set(t.value()));
        };
    }

    /** The set that a named type's name stands for. */
    Term definition(Type type) {
        return switch (type) {
            case Type.Enumeration t ->
                Terms.set(Encoding.texts(t).stream().map(Terms::string).toList());
            case Type.Index t -> Terms.binary(Infix.UP_TO, Terms.number(0), previous(size(t)));
            case Type.Struct t -> records(fields(t), encoding.tagged(t) ? List.of(t.name()) : List.of());
            case Type.Union t -> variants(t);
            case Type.Bool t -> set(t);
            case Type.Range t -> set(t);
            case Type.Option t -> set(t);
            case Type.SetOf t -> set(t);
            case Type.Seq t -> set(t);
            case Type.Bag t -> set(t);
            case Type.MapOf t -> set(t);
        };
    }

    private List<Term.Labelled> fields(Type.Struct type) {
        return type.fields().stream()
                .map(f -> Terms.fieldSet(encoding.field(type, f.name()), set(f.type())))
                .toList();
    }

    /** The records with these fields and one of these tags. */
    private static Term records(List<Term.Labelled> fields, List<String> tags) {
        List<Term.Labelled> all = new ArrayList<>();
        if (!tags.isEmpty()) {
            Term set = Terms.set(tags.stream().map(Terms::string).toList());
            all.add(Terms.fieldSet(Encoding.TAG, set));
        }
        all.addAll(fields);
        return Terms.record(all);
    }

    /** The records of all variants; those with the same fields are one set with several tags. */
    private Term variants(Type.Union union) {
        Map<List<Term.Labelled>, List<String>> tags = new LinkedHashMap<>();
        for (Type.Struct variant : union.variants()) {
            tags.computeIfAbsent(fields(variant), fields -> new ArrayList<>()).add(variant.name());
        }
        return tags.entrySet().stream()
                .map(e -> records(e.getKey(), e.getValue()))
                .reduce((a, b) -> Terms.binary(Infix.UNION, a, b))
                .orElseGet(() -> Terms.set(List.of()));
    }

    /** The number of members of an index type, as written. */
    Term size(Type.Index index) {
        return BoundText.term(index.size(), index.sizeText(), constants);
    }

    private Term bound(Bound bound) {
        return BoundText.term(bound.value(), bound.text(), constants);
    }

    private static Term previous(Term number) {
        return number instanceof Term.Word(String digits) && digits.matches("\\d+")
                ? Terms.number(Integer.parseInt(digits) - 1)
                : Terms.binary(Infix.MINUS, number, Terms.number(1));
    }

    /** What it takes for a term to have a value of a type. */
    List<Term> membership(Term term, Type type, Scope scope) {
        List<Term> conditions = new ArrayList<>();
        if (!(innermost(type) instanceof Type.Bag)) {
            conditions.add(Terms.in(term, loose(type)));
        }
        conditions.addAll(limits(term, type, scope));
        return conditions;
    }

    /** What it takes for a term of type {@code known} to have a value of type {@code wanted}. */
    List<Term> fitting(Term term, Type known, Type wanted, Scope scope) {
        if (wanted instanceof Type.Seq outer
                && known instanceof Type.Seq inner
                && Containment.within(inner.element(), outer.element())) {
            return limits(term, wanted, scope);
        }
        if (wanted instanceof Type.Bag outer
                && known instanceof Type.Bag inner
                && Containment.within(inner.element(), outer.element())) {
            return List.of(atMost("BagCardinality", term, outer.capacity()));
        }
        return membership(term, wanted, scope);
    }

    private static Type innermost(Type type) {
        return type instanceof Type.MapOf map ? innermost(map.value()) : type;
    }

    /** The set of a type without the limits to the lengths of sequences. */
    private Term loose(Type type) {
        if (type instanceof Type.MapOf map) {
            return Terms.functions(set(map.key()), loose(map.value()));
        }
        return type instanceof Type.Seq seq ? Terms.call("Seq", set(seq.element())) : set(type);
    }

    /** What {@link #loose} leaves open. */
    private List<Term> limits(Term term, Type type, Scope scope) {
        if (type instanceof Type.Seq seq) {
            return List.of(atMost("Len", term, seq.capacity()));
        }
        if (type instanceof Type.Bag bag) {
            return List.of(
                    Terms.call("IsABag", term),
                    Terms.binary(Infix.SUBSET_EQ, Terms.call("BagToSet", term), set(bag.element())),
                    atMost("BagCardinality", term, bag.capacity()));
        }
        if (type instanceof Type.MapOf map) {
            String name = boundName(map.key());
            Scope inner = scope.with(name);
            Term key = Terms.word(inner.get(name));
            List<Term> limits = limits(new Term.At(term, key), map.value(), inner);
            return limits.isEmpty() ? limits : List.of(Terms.forall(Terms.in(key, set(map.key())), Terms.and(limits)));
        }
        return List.of();
    }

    private static Term atMost(String measure, Term term, int limit) {
        return Terms.binary(Infix.AT_MOST, Terms.call(measure, term), Terms.number(limit));
    }

    /** What to call a member of a type that nobody has named: {@code s} of {@code Spawn}. */
    static String boundName(Type type) {
        return switch (type) {
            case Type.Index t -> initial(t.name());
            case Type.Enumeration t -> initial(t.name());
            case Type.Struct t -> initial(t.name());
            case Type.Union t -> initial(t.name());
            case Type.Range t -> "i";
            case Type.Bool t -> "b";
            case Type.Option t -> boundName(t.element());
            case Type.SetOf t -> "s";
            case Type.Seq t -> "q";
            case Type.Bag t -> "b";
            case Type.MapOf t -> "f";
        };
    }

    private static String initial(String name) {
        String letter = name.substring(0, 1).toLowerCase(Locale.ROOT);
        return letter.matches("[a-z]") ? letter : "x";
    }
}
