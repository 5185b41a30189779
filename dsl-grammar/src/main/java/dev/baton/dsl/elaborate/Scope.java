package dev.baton.dsl.elaborate;

import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locals that can be named at one point of the text. Immutable; what a block adds is gone after it. */
final class Scope {
    private final Optional<Scope> outer;
    private final Optional<Local> local;

    /**
     * @param written how the designer calls it
     * @param name how the protocol calls it: unique in its task, handler, action, function or property
     */
    record Local(String written, String name, Type type, boolean assignable, Span span) {}

    /** Gives out names that are unique in one task, handler, action, function or property. */
    static final class Fresh {
        private final Set<String> taken = new HashSet<>(Set.of("self"));

        /** The name itself for its first bearer, then {@code name_2}, {@code name_3}, … */
        String name(String written) {
            String name = written;
            for (int n = 2; !taken.add(name); n++) {
                name = written + "_" + n;
            }
            return name;
        }
    }

    private Scope(Optional<Scope> outer, Optional<Local> local) {
        this.outer = outer;
        this.local = local;
    }

    static final Scope EMPTY = new Scope(Optional.empty(), Optional.empty());

    Scope with(Local added) {
        return new Scope(Optional.of(this), Optional.of(added));
    }

    Optional<Local> find(String written) {
        if (local.filter(l -> l.written().equals(written)).isPresent()) {
            return local;
        }
        return outer.flatMap(scope -> scope.find(written));
    }

    /** The innermost first. */
    List<Local> all() {
        List<Local> all = new ArrayList<>();
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            scope.get().local.ifPresent(all::add);
        }
        return all;
    }
}
