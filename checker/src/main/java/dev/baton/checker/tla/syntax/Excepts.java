package dev.baton.checker.tla.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code EXCEPT} as a person writes it: changes of changes become one list, nested changes one path, and the old
 * element becomes {@code @}.
 *
 * <p>TLA+ applies a list of changes from left to right, and {@code @} is the element before its own change but after
 * those to the left; merging relies on that.
 */
final class Excepts {
    private static final Term ROOT = new Term.Word("!");
    private static final Term OLD = new Term.Word("@");

    private Excepts() {}

    static Term except(Term base, Terms.Step step, Term value) {
        Term old = step.of(base);
        List<Term.Change> changes = new ArrayList<>();
        Term root = base;
        if (base instanceof Term.Except(Term inner, List<Term.Change> earlier)) {
            root = inner;
            changes.addAll(earlier);
        }
        if (value instanceof Term.Except(Term inner, List<Term.Change> deeper) && inner.equals(old)) {
            Term prefix = step.of(ROOT);
            deeper.forEach(change -> changes.add(new Term.Change(under(prefix, change.path()), change.value())));
        } else {
            changes.add(new Term.Change(step.of(ROOT), withOld(value, old)));
        }
        return new Term.Except(root, changes);
    }

    /** A path that starts where another ends. */
    private static Term under(Term prefix, Term path) {
        if (path.equals(ROOT)) {
            return prefix;
        }
        if (path instanceof Term.At(Term function, Term argument)) {
            return new Term.At(under(prefix, function), argument);
        }
        if (path instanceof Term.Dot(Term record, String field)) {
            return new Term.Dot(under(prefix, record), field);
        }
        throw new IllegalArgumentException("no path: " + path);
    }

    /** {@code @} for the old element; not where an inner EXCEPT or LET gives {@code @} another meaning or scope. */
    private static Term withOld(Term value, Term old) {
        if (value.equals(old)) {
            return OLD;
        }
        return switch (value) {
            case Term.Except(Term base, List<Term.Change> changes) -> new Term.Except(withOld(base, old), changes);
            case Term.Let let -> let;
            case Term.Word t -> t;
            case Term.Call t -> t.mapChildren(part -> withOld(part, old));
            case Term.Binary t -> t.mapChildren(part -> withOld(part, old));
            case Term.Unary t -> t.mapChildren(part -> withOld(part, old));
            case Term.Primed t -> t;
            case Term.Junction t -> t.mapChildren(part -> withOld(part, old));
            case Term.At t -> t.mapChildren(part -> withOld(part, old));
            case Term.Dot t -> t.mapChildren(part -> withOld(part, old));
            case Term.Listing t -> t.mapChildren(part -> withOld(part, old));
            case Term.Labelled t -> t.mapChildren(part -> withOld(part, old));
            case Term.Mapping t -> t.mapChildren(part -> withOld(part, old));
            case Term.Quantified t -> t.mapChildren(part -> withOld(part, old));
            case Term.If t -> t.mapChildren(part -> withOld(part, old));
            case Term.Stuttering t -> t;
        };
    }
}
