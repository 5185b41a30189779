package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.expr.Copies;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Locals;
import dev.baton.codegen.expr.Term;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.Set;

/**
 * The method that is being written of a task, interrupt, action or handler.
 *
 * @param read locals that something reads; no others are declared
 * @param ordered stores that need only be seen in order: these very statements
 * @param futile rounds of loops in which nothing changes
 */
record Unit(
        Actor actor,
        MachineView view,
        Locals locals,
        Copies copies,
        Set<String> read,
        Set<Stmt.Assign> ordered,
        FutileRounds futile,
        LocalChecks checks) {

    private static final CodeBlock RELAX = CodeBlock.of("core.relax();\n");

    /** The same for a block within. */
    Unit inner() {
        Locals within = locals.inner();
        return new Unit(actor, view, within, copies.inner(within.scope()), read, ordered, futile, checks);
    }

    /** What a round that has changed nothing ends with. */
    static CodeBlock relaxing(boolean futile) {
        return futile ? RELAX : CodeBlock.of("");
    }

    /** The same for a lambda within a statement: the copies that it needs stand before that. */
    Unit lambda() {
        return new Unit(actor, view, locals.inner(), copies, read, ordered, futile, checks);
    }

    Expressions expressions() {
        return new Expressions(view.naming(), view, locals, copies);
    }

    Term of(Expr e) {
        return expressions().of(e);
    }

    /** A value for a place of a type, checked to fit. */
    CodeBlock stored(Expr e, Type type, String message) {
        return expressions().stored(e, type, message).code();
    }

    /** What its steps wait for of their core's store buffer. */
    BufferWaits buffer() {
        return new BufferWaits(view.protocol(), actor);
    }

    Expressions.Naming naming() {
        return view.naming();
    }

    /** Code that stands after copies which its expressions need. */
    CodeBlock withCopies(CodeBlock code) {
        return CodeBlock.join(java.util.List.of(copies.take(), code), "");
    }

    /** The code of this block, in braces if it declares something. */
    CodeBlock enclosed(CodeBlock code) {
        return locals.scope().isEmpty() ? code : Flow.braces(CodeBlock.of(""), code);
    }

    /** A fresh Java name. */
    String fresh(String wish) {
        return locals.scope().take(wish, copies.parameters());
    }

    /** Declares a local that something reads, with a value. */
    CodeBlock declare(String local, Type type, CodeBlock value) {
        if (!read.contains(local)) {
            return CodeBlock.of("");
        }
        String name = locals.bind(local, copies.parameters());
        return CodeBlock.of("$T $N = $L;\n", naming().types().of(type), name, value);
    }
}
