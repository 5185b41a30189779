package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an expression or statement stands, and so what it may name. */
final class Scope {
    /** Which expressions may stand here. */
    enum Kind {
        CODE,
        PROPERTY,
        STEP,
        PURE
    }

    /** A name that is bound here. */
    record Local(String name, Type type, boolean assignable) {}

    final Kind kind;
    final Optional<World.Actor> actor;
    private final List<Local> locals;
    /**
     * Of which values it was asked which variant they are, in all that is drawn around and before; shared by all of it.
     */
    private final Set<String> asked;
    /** How often what is being drawn may still touch memory and channels. */
    private int touches;

    private Scope(Kind kind, Optional<World.Actor> actor, List<Local> locals, Set<String> asked, int touches) {
        this.kind = kind;
        this.actor = actor;
        this.locals = locals;
        this.asked = asked;
        this.touches = touches;
    }

    static Scope of(Kind kind) {
        return new Scope(kind, Optional.empty(), new ArrayList<>(), new HashSet<>(), Integer.MAX_VALUE / 2);
    }

    static Scope of(World.Actor actor) {
        return new Scope(Kind.CODE, Optional.of(actor), new ArrayList<>(), new HashSet<>(), 1);
    }

    /** A block in this one. */
    Scope inner() {
        return new Scope(kind, actor, new ArrayList<>(locals), asked, touches);
    }

    /** The same with another number of touches. */
    Scope touching(int most) {
        return new Scope(kind, actor, new ArrayList<>(locals), asked, most);
    }

    void add(Local local) {
        locals.add(local);
    }

    Scope with(Local local) {
        Scope inner = inner();
        inner.add(local);
        return inner;
    }

    /**
     * Tells that it is asked of a value which variant it is; whether for the first time. Where it is asked again, the
     * front end may know that nothing is left, and then knows the fields of no variant.
     */
    boolean ask(String value) {
        return asked.add(value);
    }

    List<Local> locals() {
        return List.copyOf(locals);
    }

    boolean mayTouch() {
        return touches > 0;
    }

    void touch() {
        touches--;
    }

    int touches() {
        return touches;
    }

    void touches(int left) {
        touches = left;
    }

    boolean code() {
        return kind == Kind.CODE;
    }

    boolean property() {
        return kind == Kind.PROPERTY || kind == Kind.STEP;
    }
}
