package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.actor.Flow.Result;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.Identifiers;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tests, {@code if} and {@code match}. */
record Branches(Flow flow, Unit unit) {

    /**
     * A test.
     *
     * @param copies what its expressions need
     * @param declared what its outcome is told by; empty if that is its value itself
     * @param unread evaluates it, where nothing depends on the outcome
     * @param held the value that its pattern takes apart; empty if it has none
     */
    record Tested(
            CodeBlock copies,
            CodeBlock declared,
            CodeBlock unread,
            CodeBlock holds,
            CodeBlock fails,
            Optional<Term> held) {

        /** What stands before it. */
        CodeBlock prelude() {
            return CodeBlock.join(List.of(copies, declared), "");
        }
    }

    /** What the pattern of a test names, where it holds. */
    CodeBlock bindings(Stmt.Test of, Tested test) {
        return test.held
                .map(held -> new Patterns(unit)
                        .bindings(of.pattern().orElseThrow(), of.source().type(), held))
                .orElse(CodeBlock.of(""));
    }

    Tested test(Stmt.Test test) {
        CodeBlock value = new Storage(unit).value(test.source()).code();
        CodeBlock unread = Storage.unread(test.source(), value);
        Optional<Truth> truth = Truth.of(test, unit);
        if (truth.isPresent()) {
            CodeBlock holds = truth.get().holds();
            CodeBlock fails = truth.get().fails();
            CodeBlock copies = unit.copies().take();
            return new Tested(copies, CodeBlock.of(""), unread, holds, fails, Optional.empty());
        }
        Pattern pattern = test.pattern().orElseThrow();
        Type type = test.source().type();
        String name = unit.fresh("value");
        Term held = Term.of("$N", name);
        Patterns patterns = new Patterns(unit);
        return new Tested(
                unit.copies().take(),
                CodeBlock.of("$T $N = $L;\n", unit.naming().types().of(type), name, value),
                unread,
                patterns.condition(pattern, type, held).orElse(CodeBlock.of("true")),
                patterns.mismatch(pattern, type, held).orElse(CodeBlock.of("false")),
                Optional.of(held));
    }

    Result branch(Stmt.If x) {
        if (x.then().isEmpty() && x.otherwise().isEmpty()) {
            Source source = x.test().source();
            CodeBlock value = new Storage(unit).value(source).code();
            return new Result(unit.withCopies(Storage.unread(source, value)), true);
        }
        Tested test = test(x.test());
        Unit then = unit.inner();
        CodeBlock bindings = new Branches(flow, then).bindings(x.test(), test);
        Result yes =
                flow.statements(x.then(), then).and(Unit.relaxing(unit.futile().endsWithThen(x)));
        Result no =
                flow.block(x.otherwise(), unit).and(Unit.relaxing(unit.futile().endsWithElse(x)));
        CodeBlock.Builder out = CodeBlock.builder();
        if (bindings.isEmpty() && yes.code().isEmpty() && no.code().isEmpty()) {
            out.add(test.copies).add(test.unread);
        } else if (bindings.isEmpty() && yes.code().isEmpty()) {
            out.add(test.prelude()).add(Flow.braces(CodeBlock.of("if ($L)", test.fails), no.code()));
        } else {
            out.add(test.prelude());
            out.beginControlFlow("if ($L)", test.holds).add(bindings).add(yes.code());
            if (!no.code().isEmpty()) {
                out.nextControlFlow("else").add(no.code());
            }
            out.endControlFlow();
        }
        return new Result(out.build(), yes.goesOn() || no.goesOn());
    }

    Result match(Stmt.Match x) {
        Type type = x.source().type();
        Term value = new Storage(unit).value(x.source());
        return switch (type) {
            case Type.Union t -> union(x, value);
            case Type.Enumeration t -> enumeration(x, value, t);
            case Type.Bool t -> chain(x, type, value);
            case Type.Range t -> chain(x, type, value);
            case Type.Index t -> chain(x, type, value);
            case Type.Struct t -> chain(x, type, value);
            case Type.Option t -> chain(x, type, value);
            case Type.SetOf t -> chain(x, type, value);
            case Type.Seq t -> chain(x, type, value);
            case Type.Bag t -> chain(x, type, value);
            case Type.MapOf t -> chain(x, type, value);
        };
    }

    private Result union(Stmt.Match x, Term value) {
        CodeBlock.Builder out = CodeBlock.builder();
        CodeBlock subject = value.code();
        if (isNamed(x)) {
            String name = unit.fresh("value");
            out.add("$T $N = $L;\n", unit.naming().types().of(x.source().type()), name, subject);
            subject = CodeBlock.of("$N", name);
        }
        CodeBlock held = subject;
        out.beginControlFlow("switch ($L)", subject);
        boolean[] goesOn = {false};
        Set<String> seen = new HashSet<>();
        for (Stmt.Arm arm : x.arms()) {
            Unit within = unit.inner();
            if (arm.pattern() instanceof Pattern.Variant p) {
                if (!seen.add(p.variant().name())) {
                    continue;
                }
                boolean binds = new Patterns(within).binds(p);
                String name = binds ? within.fresh(Identifiers.camel(p.variant().name())) : "_";
                CodeBlock bindings = binds ? new Patterns(within).ofVariant(p, name) : CodeBlock.of("");
                Result body = flow.nest()
                        .inSwitch(false, () -> flow.statements(arm.body(), within))
                        .and(Unit.relaxing(unit.futile().endsWith(arm)));
                CodeBlock label = CodeBlock.of(
                        "case $T $L ->", unit.naming().names().type(p.variant().name()), name);
                out.add(Flow.braces(label, CodeBlock.join(List.of(bindings, body.code()), "")));
                goesOn[0] |= body.goesOn();
            } else {
                CodeBlock bindings =
                        new Patterns(within).bindings(arm.pattern(), x.source().type(), Term.primary(held));
                Result body = flow.nest()
                        .inSwitch(false, () -> flow.statements(arm.body(), within))
                        .and(Unit.relaxing(unit.futile().endsWith(arm)));
                out.add(Flow.braces(CodeBlock.of("default ->"), CodeBlock.join(List.of(bindings, body.code()), "")));
                goesOn[0] |= body.goesOn();
                break;
            }
        }
        out.endControlFlow();
        return new Result(unit.withCopies(out.build()), goesOn[0]);
    }

    /** Whether an arm names the whole value. */
    private static boolean isNamed(Stmt.Match x) {
        return x.arms().stream()
                .anyMatch(a ->
                        a.pattern() instanceof Pattern.Anything p && p.binder().isPresent());
    }

    private Result enumeration(Stmt.Match x, Term value, Type.Enumeration type) {
        CodeBlock.Builder out = CodeBlock.builder();
        CodeBlock subject = value.code();
        if (isNamed(x)) {
            String name = unit.fresh("value");
            out.add("$T $N = $L;\n", unit.naming().types().of(type), name, subject);
            subject = CodeBlock.of("$N", name);
        }
        CodeBlock held = subject;
        out.beginControlFlow("switch ($L)", held);
        boolean goesOn = false;
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < x.arms().size(); i++) {
            Stmt.Arm arm = x.arms().get(i);
            Unit within = unit.inner();
            Optional<Pattern.Constant> constant =
                    arm.pattern() instanceof Pattern.Constant c ? Optional.of(c) : Optional.empty();
            if (constant.isPresent() && !seen.add(constant.get().value())) {
                continue;
            }
            boolean last = constant.isEmpty() || i == x.arms().size() - 1;
            CodeBlock label = last
                    ? CodeBlock.of("default ->")
                    : CodeBlock.of(
                            "case $N ->",
                            unit.naming()
                                    .types()
                                    .constant(
                                            type,
                                            ((dev.baton.model.value.Value.EnumMember)
                                                            constant.get().value())
                                                    .ordinal()));
            CodeBlock bindings = new Patterns(within).bindings(arm.pattern(), type, Term.primary(held));
            Result body = flow.nest()
                    .inSwitch(false, () -> flow.statements(arm.body(), within))
                    .and(Unit.relaxing(unit.futile().endsWith(arm)));
            out.add(Flow.braces(label, CodeBlock.join(List.of(bindings, body.code()), "")));
            goesOn |= body.goesOn();
            if (last) {
                break;
            }
        }
        out.endControlFlow();
        return new Result(unit.withCopies(out.build()), goesOn);
    }

    /** One arm after the other; the last is taken without asking. */
    private Result chain(Stmt.Match x, Type type, Term value) {
        String name = unit.fresh("value");
        Term held = Term.of("$N", name);
        CodeBlock.Builder out = CodeBlock.builder();
        out.add(unit.withCopies(
                CodeBlock.of("$T $N = $L;\n", unit.naming().types().of(type), name, value.code())));
        boolean goesOn = false;
        boolean open = false;
        for (int i = 0; i < x.arms().size(); i++) {
            Stmt.Arm arm = x.arms().get(i);
            Unit within = unit.inner();
            Patterns patterns = new Patterns(within);
            Optional<CodeBlock> condition =
                    i == x.arms().size() - 1 ? Optional.empty() : patterns.condition(arm.pattern(), type, held);
            CodeBlock bindings = patterns.bindings(arm.pattern(), type, held);
            Result body = flow.statements(arm.body(), within)
                    .and(Unit.relaxing(unit.futile().endsWith(arm)));
            CodeBlock code = CodeBlock.join(List.of(bindings, body.code()), "");
            goesOn |= body.goesOn();
            if (condition.isPresent()) {
                if (open) {
                    out.nextControlFlow("else if ($L)", condition.get());
                } else {
                    out.beginControlFlow("if ($L)", condition.get());
                }
                out.add(code);
                open = true;
            } else {
                if (open && !code.isEmpty()) {
                    out.nextControlFlow("else").add(code);
                } else {
                    out.add(within.enclosed(code));
                }
                break;
            }
        }
        if (open) {
            out.endControlFlow();
        }
        return new Result(out.build(), goesOn);
    }
}
