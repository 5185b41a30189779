package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import java.util.Optional;

/**
 * Where an expression stands, and so what it may say.
 *
 * @param actor whose text it stands in
 * @param fresh gives out names for what it binds
 * @param primed whether it is asked of the state after the step
 * @param guard whether {@code timeout} may stand in it
 * @param facts what is known of union values here
 */
record Context(
        Kind kind,
        Optional<Decl.Actor> actor,
        Scope scope,
        Scope.Fresh fresh,
        boolean primed,
        boolean guard,
        Facts facts) {

    enum Kind {
        /** Known before the run. */
        CONSTANT,
        /** Known before the run but for {@code self}. */
        FIRST,
        /** The body of a function. */
        FUNCTION,
        /** In a task, handler or action. */
        CODE,
        /** Of one state. */
        PROPERTY,
        /** Of a state and the one after it. */
        STEP
    }

    static Context of(Kind kind, Optional<Decl.Actor> actor) {
        return new Context(kind, actor, Scope.EMPTY, new Scope.Fresh(), false, false, Facts.NONE);
    }

    static Context constant() {
        return of(Kind.CONSTANT, Optional.empty());
    }

    Context with(Scope.Local local) {
        return new Context(kind, actor, scope.with(local), fresh, primed, guard, facts);
    }

    Context with(Facts more) {
        return new Context(kind, actor, scope, fresh, primed, guard, more);
    }

    Context withPrimes() {
        return new Context(kind, actor, scope, fresh, true, guard, facts);
    }

    Context asGuard() {
        return new Context(kind, actor, scope, fresh, primed, true, facts);
    }

    /** The same without the locals: what the text of a procedure sees. */
    Context withoutLocals() {
        return new Context(kind, actor, Scope.EMPTY, fresh, primed, guard, Facts.NONE);
    }

    /** Whether the state may be read at all. */
    boolean readsState() {
        return switch (kind) {
            case CONSTANT, FIRST -> false;
            case FUNCTION, CODE, PROPERTY, STEP -> true;
        };
    }

    /** Whether this is the text of an actor's steps, which sees its own variables only. */
    boolean code() {
        return kind == Kind.CODE;
    }
}
