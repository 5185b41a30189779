package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.BlockSyntax;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.StmtSyntax;
import dev.baton.dsl.syntax.VariableSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements. A wrong one is told and left out; the names it should have bound are bound, so that the rest is read. */
final class ElaborateStatements {
    private final Session session;
    private final ElaboratePlaces places;
    private final ElaborateSources sources;
    private final ElaborateSignals signals;
    private final InlineProcedures procedures;
    private final ElaborateStates states;
    private final ElaborateBranches branches;
    private int depth;

    ElaborateStatements(Session session, ElaborateSignals signals) {
        this.session = session;
        this.signals = signals;
        this.places = new ElaboratePlaces(session);
        this.sources = new ElaborateSources(session, places);
        this.procedures = new InlineProcedures(session, this);
        this.states = new ElaborateStates(session);
        this.branches = new ElaborateBranches(session, sources, this);
    }

    List<Stmt> block(BlockSyntax block, Context context, Flow flow) {
        if (depth >= Limits.NESTING) {
            String what = "this, with the procedures that lead here, is nested";
            session.problems.say(Code.B0106, block.span(), what, Integer.toString(Limits.NESTING));
            return List.of();
        }
        depth++;
        List<Stmt> out = new ArrayList<>();
        Context current = context.with(context.facts().stable(context.scope()));
        for (StmtSyntax statement : block.statements()) {
            current = statement(statement, current, flow, out);
        }
        depth--;
        return List.copyOf(out);
    }

    /** Appends what a statement is, and gives what the statements behind it see. */
    private Context statement(StmtSyntax syntax, Context context, Flow flow, List<Stmt> out) {
        return switch (syntax) {
            case StmtSyntax.Assign s -> {
                assign(s, context).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Call s -> {
                call(s, context, flow, out);
                yield context;
            }
            case StmtSyntax.Let s -> {
                Source source = sources.any(s.value(), context);
                Bind.Bound bound = session.expressions.bind.local(s.name(), source.type(), context);
                out.add(new Stmt.Let(bound.name(), source.type(), source, s.span()));
                yield bound.context();
            }
            case StmtSyntax.Var s -> variable(s, context, out);
            case StmtSyntax.If s -> {
                ElaborateSources.Tested tested = sources.test(s.test(), context);
                List<Stmt> then = block(s.then(), tested.yes(), flow);
                List<Stmt> otherwise =
                        s.otherwise().map(b -> block(b, tested.no(), flow)).orElse(List.of());
                out.add(new Stmt.If(tested.test(), then, otherwise, s.span()));
                yield context;
            }
            case StmtSyntax.While s -> {
                notInOneStep("while", s.span(), flow);
                ElaborateSources.Tested tested = sources.test(s.test(), context);
                out.add(new Stmt.While(tested.test(), block(s.body(), tested.yes(), flow.inLoop()), s.span()));
                yield context;
            }
            case StmtSyntax.Loop s -> {
                notInOneStep("loop", s.span(), flow);
                out.add(new Stmt.Loop(block(s.body(), context, flow.inLoop()), s.span()));
                yield context;
            }
            case StmtSyntax.ForEach s -> {
                branches.forEach(s, context, flow).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Match s -> {
                out.add(branches.match(s, context, flow));
                yield context;
            }
            case StmtSyntax.Await s -> {
                ElaborateSources.Tested tested = sources.awaited(s.test(), context);
                out.add(new Stmt.Await(tested.test(), s.span()));
                Context after = tested.yes();
                yield new Context(
                        context.kind(),
                        context.actor(),
                        after.scope(),
                        context.fresh(),
                        false,
                        false,
                        after.facts().stable(after.scope()));
            }
            case StmtSyntax.Either s -> {
                List<List<Stmt>> branches = new ArrayList<>();
                s.branches().forEach(b -> branches.add(block(b, context, flow)));
                out.add(new Stmt.Either(branches, s.span()));
                yield context;
            }
            case StmtSyntax.Choose s -> choose(s, context, out);
            case StmtSyntax.Send s -> {
                Optional<List<Stmt>> otherwise = s.otherwise().map(b -> block(b, context, flow));
                signals.send(s, otherwise, context).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Receive s -> {
                Optional<ElaborateSignals.Taken> taken = signals.take(s.channel(), s.pattern(), s.from(), context);
                taken.ifPresent(t -> out.add(new Stmt.Receive(t.channel().name(), t.pattern(), t.from(), s.span())));
                yield taken.map(ElaborateSignals.Taken::context)
                        .orElseGet(() -> signals.unknown(s.pattern(), s.from(), context));
            }
            case StmtSyntax.Raise s -> {
                signals.raise(s, context).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Mask s -> {
                signals.maskable(s.ipi(), context).ifPresent(i -> out.add(new Stmt.Mask(i.name(), s.span())));
                yield context;
            }
            case StmtSyntax.Unmask s -> {
                signals.maskable(s.ipi(), context).ifPresent(i -> out.add(new Stmt.Unmask(i.name(), s.span())));
                yield context;
            }
            case StmtSyntax.Fence s -> {
                signals.fence(s, context).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Start s -> {
                signals.start(s, context).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Halt s -> {
                out.add(new Stmt.Halt(s.span()));
                yield context;
            }
            case StmtSyntax.Use s -> {
                resource(s.resource(), context).ifPresent(r -> out.add(new Stmt.Use(r, s.span())));
                yield context;
            }
            case StmtSyntax.Give s -> {
                signals.give(s, context).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Take s -> {
                resource(s.resource(), context).ifPresent(r -> out.add(new Stmt.Take(r, s.span())));
                yield context;
            }
            case StmtSyntax.Release s -> {
                resource(s.resource(), context).ifPresent(r -> out.add(new Stmt.Release(r, s.span())));
                yield context;
            }
            case StmtSyntax.ReleaseStore s -> {
                session.problems.help(Code.B0701, s.span(), "`memory tso`, `fence` and `cas` are");
                yield context;
            }
            case StmtSyntax.Assert s -> {
                Expr condition = session.expressions.condition(s.condition(), context);
                out.add(new Stmt.Assert(condition, s.span()));
                yield context;
            }
            case StmtSyntax.Atomic s -> {
                out.add(new Stmt.Atomic(block(s.body(), context, flow.atomic()), s.span()));
                yield context;
            }
            case StmtSyntax.Skip s -> {
                out.add(new Stmt.Skip(s.span()));
                yield context;
            }
            case StmtSyntax.Break s -> {
                jump("break", new Stmt.Break(s.span()), flow, out);
                yield context;
            }
            case StmtSyntax.Continue s -> {
                jump("continue", new Stmt.Continue(s.span()), flow, out);
                yield context;
            }
            case StmtSyntax.Return s -> {
                notInOneStep("return", s.span(), flow);
                out.add(new Stmt.Return(s.span()));
                yield context;
            }
            case StmtSyntax.Goto s -> {
                states.goTo(s, places, context).ifPresent(out::add);
                yield context;
            }
            case StmtSyntax.Labelled s -> labelled(s, context, flow, out);
        };
    }

    private Optional<Expr> resource(ExprSyntax syntax, Context context) {
        return session.expressions.questions.resource(syntax, context);
    }

    private Optional<Stmt> assign(StmtSyntax.Assign s, Context context) {
        Optional<Place> place = places.place(s.target(), context);
        if (place.isEmpty()) {
            sources.expect(s.value(), Kinds.UNKNOWN, context);
            return Optional.empty();
        }
        Type type = place.get().type();
        Source source = switch (s.op()) {
            case SET -> sources.expect(s.value(), type, context);
            case ADD -> changed(ExprSyntax.BinaryWord.ADD, s, type, context);
            case SUB -> changed(ExprSyntax.BinaryWord.SUB, s, type, context);
        };
        return Optional.of(new Stmt.Assign(place.get(), source, s.span()));
    }

    private Source changed(ExprSyntax.BinaryWord word, StmtSyntax.Assign s, Type type, Context context) {
        ExprSyntax sum = new ExprSyntax.Binary(word, s.target(), s.value(), s.span());
        return new Source.Pure(session.expressions.expect(sum, type, context));
    }

    private Context variable(StmtSyntax.Var var, Context context, List<Stmt> out) {
        VariableSyntax syntax = var.variable();
        Type type = session.variables.type(syntax);
        boolean plain = syntax.keys().isEmpty() && syntax.first().isPresent();
        Source source = plain
                ? sources.expect(syntax.first().get(), type, context)
                : new Source.Pure(session.variables.first(syntax, context));
        Bind.Bound bound = session.expressions.bind.variable(syntax.name(), type, context);
        out.add(new Stmt.Let(bound.name(), type, source, var.span()));
        return bound.context();
    }

    private Context choose(StmtSyntax.Choose choose, Context context, List<Stmt> out) {
        Expr domain = session.expressions.quantifiers.set(choose.domain(), "choose", context);
        Type element = TypeCollections.element(domain.type()).orElse(Kinds.UNKNOWN);
        Bind.Bound bound = session.expressions.bind.local(choose.name(), element, context);
        out.add(new Stmt.Choose(bound.name(), element, domain, choose.span()));
        return bound.context();
    }

    private void call(StmtSyntax.Call call, Context context, Flow flow, List<Stmt> out) {
        if (ElaborateSources.locked(call.callee().text())) {
            ExprSyntax.Call operation = new ExprSyntax.Call(call.callee(), call.arguments(), call.span());
            Stmt.Test test = new Stmt.Test(
                    sources.operation(operation, context), Optional.of(new Pattern.Anything(Optional.empty())));
            out.add(new Stmt.If(test, List.of(), List.of(), call.span()));
        } else {
            procedures.inline(call, context, flow, out);
        }
    }

    private Context labelled(StmtSyntax.Labelled labelled, Context context, Flow flow, List<Stmt> out) {
        if (flow.oneStep()) {
            session.problems.help(
                    Code.B0503, labelled.label().span(), "a label stands between steps", labelled.label() + ":");
        }
        List<Stmt> body = new ArrayList<>();
        Context after = statement(labelled.body(), context, flow, body);
        Stmt first = body.isEmpty() ? new Stmt.Skip(labelled.span()) : body.removeFirst();
        out.add(new Stmt.Labelled(labelled.label().text(), first, labelled.span()));
        out.addAll(body);
        return after;
    }

    private void jump(String word, Stmt stmt, Flow flow, List<Stmt> out) {
        notInOneStep(word, stmt.span(), flow);
        if (!flow.loop() && !flow.oneStep()) {
            session.problems.say(Code.B0601, stmt.span(), word);
            return;
        }
        out.add(stmt);
    }

    private void notInOneStep(String word, Span span, Flow flow) {
        if (flow.oneStep()) {
            session.problems.help(
                    Code.B0503,
                    span,
                    "actions, `on` and `atomic` are one step; use `if`, `for` over a type, or a task",
                    word);
        }
    }
}
