package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.actor.MachineUses.Kind;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.expr.Wording;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that only do something, and those that wait: what stands behind {@code core.step}. */
record Effects(Unit unit, Blocked blocked) {

    private Storage storage() {
        return new Storage(unit);
    }

    CodeBlock let(Stmt.Let x) {
        CodeBlock value = storage().stored(x.value(), x.type(), Wording.outside(spanOf(x), x.type()));
        if (unit.read().contains(x.name())) {
            return unit.withCopies(unit.declare(x.name(), x.type(), value));
        }
        return unit.withCopies(Storage.unread(x.value(), value));
    }

    private static dev.baton.model.source.Span spanOf(Stmt.Let x) {
        return x.value() instanceof Source.Pure p ? p.value().span() : x.span();
    }

    CodeBlock assign(Stmt.Assign x) {
        return unit.withCopies(storage().assign(x));
    }

    /** Waits for a test, and binds what its pattern names. */
    CodeBlock await(Stmt.Await x) {
        Optional<Truth> truth = Truth.of(x.test(), unit);
        if (truth.isPresent()) {
            CodeBlock cannot = truth.get().fails();
            boolean constant = x.test().source() instanceof Source.Pure p && isConstant(p.value());
            if (constant && blocked instanceof Blocked.Wait) {
                // Javac knows that a loop on a constant is never entered, or never left.
                String wait = unit.fresh("wait");
                return CodeBlock.of("boolean $N = $L;\n$L", wait, cannot, blocked.unless(CodeBlock.of("$N", wait)));
            }
            return unit.withCopies(blocked.unless(cannot));
        }
        Term value = storage().value(x.test().source());
        Pattern pattern = x.test().pattern().orElseThrow();
        Type type = x.test().source().type();
        String name = unit.fresh("value");
        Term held = Term.of("$N", name);
        Patterns patterns = new Patterns(unit);
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("$T $N = $L;\n", unit.naming().types().of(type), name, value.code());
        patterns.mismatch(pattern, type, held)
                .ifPresent(cannot -> out.add(blocked.unless(cannot, CodeBlock.of("$N = $L;\n", name, value.code()))));
        out.add(patterns.bindings(pattern, type, held));
        return unit.withCopies(out.build());
    }

    /** Whether an expression is one that javac may evaluate. */
    private static boolean isConstant(Expr e) {
        boolean leaf =
                e instanceof Expr.Read || e instanceof Expr.Local || e instanceof Expr.Query || e instanceof Expr.Call;
        return !leaf && e.children().stream().allMatch(Effects::isConstant);
    }

    /**
     * Takes an element of a set; waits while there is none. Where that leads back to the choice of a branch, the set is
     * looked at once: if it were empty when it is looked at again, the core would wait here.
     */
    CodeBlock choose(Stmt.Choose x) {
        boolean once = blocked instanceof Blocked.Retry && !(x.domain() instanceof Expr.Domain);
        CodeBlock.Builder out = CodeBlock.builder();
        CodeBlock set;
        if (once) {
            String name = unit.fresh("candidates");
            Type type = x.domain().type();
            out.add(
                    "$T $N = $L;\n",
                    unit.naming().types().of(type),
                    name,
                    unit.of(x.domain()).code());
            set = CodeBlock.of("$N", name);
            out.add(blocked.unless(CodeBlock.of("$L.isEmpty()", set)));
        } else {
            set = unit.expressions().inLambda().of(x.domain()).code();
        }
        CodeBlock chosen = CodeBlock.of(
                "core.chooseOf(() -> $L, $L::code)", set, unit.naming().codes().of(x.type()));
        // Copies first: the set is asked for within a lambda.
        out.add(
                unit.read().contains(x.name())
                        ? unit.declare(x.name(), x.type(), chosen)
                        : CodeBlock.of("$L;\n", chosen));
        return unit.withCopies(out.build());
    }

    /** {@code send} without {@code else}. */
    CodeBlock send(Stmt.Send x) {
        return unit.withCopies(blocked.unless(offer(x).not().code()));
    }

    /** Whether a message was sent. */
    Term offer(Stmt.Send x) {
        Protocol.Channel c = unit.view().protocol().channel(x.channel());
        unit.view().uses().use(Kind.SEND, c.name());
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("core")));
        x.to().ifPresent(to -> arguments.add(unit.of(to).code()));
        arguments.add(unit.stored(x.message(), c.element(), Wording.outside(x.span(), c.element())));
        return unit.view().machine(unit.naming().names().onMachine(c.name(), "send"), arguments);
    }

    CodeBlock raise(Stmt.Raise x) {
        CodeBlock bell = unit.view().bell(x.ipi());
        return unit.withCopies(
                x.to().isPresent()
                        ? CodeBlock.of(
                                "$L.raise(core, $L);\n",
                                bell,
                                unit.of(x.to().get()).code())
                        : CodeBlock.of("$L.raise(core);\n", bell));
    }

    CodeBlock mask(String ipi, boolean on) {
        return CodeBlock.of(
                "core.$N($L);\n", on ? "mask" : "unmask", unit.view().bell(ipi));
    }

    CodeBlock start(Stmt.Start x) {
        Type.Index index = (Type.Index) x.actor().type();
        CodeBlock member = unit.of(x.actor()).code();
        return unit.withCopies(CodeBlock.of("core.start($L, $L);\n", unit.view().actorOf(index.name()), member));
    }

    CodeBlock check(Stmt.Assert x) {
        String text = "assertion `" + Wording.quote(x.condition().span()) + "` fails";
        return unit.withCopies(
                CodeBlock.of("core.check($L, $S);\n", unit.of(x.condition()).code(), text));
    }

    CodeBlock use(Stmt.Use x) {
        return owned(
                "use", x.resource(), CodeBlock.of(""), "`" + Wording.quote(x.span()) + "` by another than the owner");
    }

    CodeBlock release(Stmt.Release x) {
        return owned(
                "release",
                x.resource(),
                CodeBlock.of(""),
                "`" + Wording.quote(x.span()) + "` by another than the owner");
    }

    CodeBlock take(Stmt.Take x) {
        return owned("take", x.resource(), CodeBlock.of(""), "`" + Wording.quote(x.span()) + "` of what another owns");
    }

    CodeBlock give(Stmt.Give x) {
        Type.Index to = (Type.Index) x.to().type();
        CodeBlock receiver = CodeBlock.of(
                "$L, $L, ", unit.view().actorOf(to.name()), unit.of(x.to()).code());
        return owned("give", x.resource(), receiver, "`" + Wording.quote(x.span()) + "` by another than the owner");
    }

    private CodeBlock owned(String method, Expr resource, CodeBlock more, String message) {
        CodeBlock owners = unit.view().owners(((Type.Index) resource.type()).name());
        return unit.withCopies(CodeBlock.of(
                "$L.$N(core, $L, $L$S);\n", owners, method, unit.of(resource).code(), more, message));
    }

    /** Takes a message in a task or handler; waits while there is none that matches. */
    CodeBlock receive(Stmt.Receive x) {
        Protocol.Channel c = unit.view().protocol().channel(x.channel());
        Receiving receiving = new Receiving(unit, c, x.pattern());
        CodeBlock.Builder out = CodeBlock.builder();
        CodeBlock from = CodeBlock.of("");
        if (!c.from().single()) {
            // The name first: what says who the senders are must not use it.
            String name = x.from()
                    .filter(b -> unit.read().contains(b.name()))
                    .map(b -> unit.locals().bind(b.name()))
                    .orElseGet(() -> unit.fresh("sender"));
            CodeBlock senders = receiving.senders();
            if (blocked instanceof Blocked.Retry) {
                out.add(blocked.unless(CodeBlock.of("$L.isEmpty()", senders)));
            }
            out.add(
                    "int $N = core.chooseOf(() -> $L, $L::code);\n",
                    name,
                    senders,
                    unit.naming().codes().of(c.from()));
            from = CodeBlock.of("$N", name);
        } else if (x.from().isPresent()) {
            out.add(unit.declare(x.from().get().name(), c.from(), CodeBlock.of("0")));
        }
        out.add(receiving.take(from, Optional.empty(), blocked));
        return unit.withCopies(out.build());
    }
}
