package dev.baton.codegen.actor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.baton.codegen.actor.MachineUses.Kind;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Messages that match a pattern, taken from a channel. */
record Receiving(Unit unit, Protocol.Channel channel, Pattern pattern) {

    /** The senders from whom a message that matches is next. */
    CodeBlock senders() {
        unit.view().uses().use(Kind.OFFERS, channel.name());
        Unit within = unit.lambda();
        String from = within.fresh("from");
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("$N", from)));
        receiver().ifPresent(arguments::add);
        arguments.add(wanted(within, Optional.empty()));
        return CodeBlock.of(
                "$T.of($T.range(0, $L).filter($N -> $L).boxed())",
                RuntimeNames.SETS,
                IntStream.class,
                unit.naming().numbers().size(channel.from()),
                from,
                unit.view()
                        .machine(unit.naming().names().onMachine(channel.name(), "offers"), arguments)
                        .code());
    }

    private Optional<CodeBlock> receiver() {
        return channel.to().single() ? Optional.empty() : Optional.of(CodeBlock.of("self"));
    }

    /** A lambda that says whether a message matches, and whether a guard holds that looks at it. */
    private CodeBlock wanted(Unit around, Optional<Expr> guard) {
        Unit within = around.lambda();
        String name = within.fresh("m");
        Term message = Term.of("$N", name);
        List<CodeBlock> all = new ArrayList<>();
        new Patterns(within).condition(pattern, channel.element(), message).ifPresent(all::add);
        if (guard.isPresent()) {
            bound(within, message);
            all.add(within.expressions().inLambda().of(guard.get()).at(Term.Level.AND));
        }
        return CodeBlock.of("$N -> $L", name, all.isEmpty() ? "true" : CodeBlock.join(all, " && "));
    }

    /** What the pattern binds as terms over a message. */
    private void bound(Unit within, Term message) {
        switch (pattern) {
            case Pattern.Some p ->
                p.binder()
                        .ifPresent(b -> within.locals()
                                .put(
                                        b.name(),
                                        Term.of("$L.get()", message.code()).asBoxed()));
            case Pattern.None p -> {}
            case Pattern.Constant p -> {}
            case Pattern.Anything p -> p.binder().ifPresent(b -> within.locals().put(b.name(), message.asBoxed()));
            case Pattern.Variant p -> {
                ClassName type = unit.naming().names().type(p.variant().name());
                Term variant = channel.element() instanceof dev.baton.model.type.Type.Union
                        ? Term.of("(($T) $L)", type, message.code())
                        : message;
                p.whole().ifPresent(b -> within.locals().put(b.name(), variant));
                p.fields()
                        .forEach(f -> within.locals()
                                .put(
                                        f.binder().name(),
                                        Term.of(
                                                "$L.$N()",
                                                variant.code(),
                                                unit.naming().types().field(p.variant(), f.field()))));
            }
        }
    }

    /** The message that is taken, if there is a wanted one. {@code from} is empty where there is one sender. */
    CodeBlock taken(CodeBlock from, Optional<Expr> guard) {
        unit.view().uses().use(Kind.TAKE, channel.name());
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("core")));
        if (!from.isEmpty()) {
            arguments.add(from);
        }
        arguments.add(wanted(unit, guard));
        return unit.view()
                .machine(unit.naming().names().onMachine(channel.name(), "take"), arguments)
                .code();
    }

    /** Takes a message and binds what the pattern names. */
    CodeBlock take(CodeBlock from, Optional<Expr> guard, Blocked blocked) {
        CodeBlock taken = taken(from, guard);
        Patterns patterns = new Patterns(unit);
        if (!patterns.binds(pattern)) {
            return blocked.unless(CodeBlock.of("$L.isEmpty()", taken));
        }
        String name = unit.fresh("message");
        return CodeBlock.builder()
                .add(
                        "$T $N = $L;\n",
                        ParameterizedTypeName.get(
                                ClassName.get(Optional.class),
                                unit.naming().types().boxed(channel.element())),
                        name,
                        taken)
                .add(blocked.unless(CodeBlock.of("$N.isEmpty()", name), CodeBlock.of("$N = $L;\n", name, taken)))
                .add(patterns.bindings(pattern, channel.element(), Term.of("$N.get()", name)))
                .build();
    }
}
