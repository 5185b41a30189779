package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.ParameterSyntax;
import dev.baton.dsl.syntax.StmtSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the statements of a {@code proc} where it is called. One step binds its arguments: one by {@code let}, several
 * as the fields of a record that is taken apart at once.
 */
final class InlineProcedures {
    private final Session session;
    private final ElaborateStatements statements;
    private int calls;

    InlineProcedures(Session session, ElaborateStatements statements) {
        this.session = session;
        this.statements = statements;
    }

    void inline(StmtSyntax.Call call, Context context, Flow flow, List<Stmt> out) {
        Name name = call.callee();
        Optional<Symbol> symbol = session.symbols.use(name.text());
        if (symbol.isEmpty()) {
            session.undeclared(name, names());
            return;
        }
        if (!(symbol.get().declaration() instanceof Decl.Procedure procedure)) {
            session.wrongKind(name, symbol.get(), "a procedure", Optional.of("`proc` declares one"));
            return;
        }
        if (flow.procedures().contains(name.text())) {
            List<String> chain = new ArrayList<>(flow.procedures());
            chain.add(name.text());
            String cycle = String.join(" → ", chain.subList(chain.indexOf(name.text()), chain.size()));
            session.problems.help(
                    Code.B0605, name.span(), "its statements are copied in; use a loop", name.text(), cycle);
            return;
        }
        if (flow.procedures().size() >= Limits.PROCEDURES) {
            problem(Code.B0106, name, "procedures call each other", Integer.toString(Limits.PROCEDURES));
            return;
        }
        if (++calls > Limits.CALLS) {
            problem(
                    Code.B0412,
                    name,
                    "the number of calls of procedures, whose statements are copied in,",
                    Integer.toString(Limits.CALLS),
                    "more");
            return;
        }
        int arity = procedure.parameters().size();
        if (!session.expressions.calls.arity(name, call.arguments().size(), arity, arity)) {
            return;
        }
        Context inner = bind(call, procedure, context, out);
        out.addAll(statements.block(procedure.body(), inner, flow.in(name.text())));
    }

    private void problem(Code code, Name name, String... arguments) {
        if (calls <= Limits.CALLS + 1) {
            session.problems.say(code, name.span(), arguments);
        }
    }

    private Context bind(StmtSyntax.Call call, Decl.Procedure procedure, Context context, List<Stmt> out) {
        Context inner = context.withoutLocals();
        List<Expr> values = new ArrayList<>();
        List<Type.Field> fields = new ArrayList<>();
        List<Pattern.FieldBinding> bindings = new ArrayList<>();
        for (int i = 0; i < procedure.parameters().size(); i++) {
            ParameterSyntax parameter = procedure.parameters().get(i);
            Type type = session.types.of(parameter.type());
            values.add(session.expressions.expect(call.arguments().get(i), type, context));
            Bind.Bound bound = session.expressions.bind.local(parameter.name(), type, inner);
            inner = bound.context();
            fields.add(new Type.Field(parameter.name().text(), type));
            bindings.add(new Pattern.FieldBinding(parameter.name().text(), new Pattern.Binding(bound.name(), type)));
        }
        if (values.size() == 1) {
            Pattern.Binding only = bindings.getFirst().binder();
            out.add(new Stmt.Let(only.name(), only.type(), new Source.Pure(values.getFirst()), call.span()));
        }
        if (values.size() > 1) {
            Type.Struct arguments = new Type.Struct(procedure.name() + "_arguments", fields);
            session.types.needed(arguments);
            Expr all = new Expr.Make(arguments, values, call.span());
            Pattern apart = new Pattern.Variant(arguments, Optional.empty(), bindings);
            out.add(new Stmt.Await(new Stmt.Test(new Source.Pure(all), Optional.of(apart)), call.span()));
        }
        return inner;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("cas", "fetch_add", "xchg"));
        session.symbols.all().stream()
                .filter(s -> s.declaration() instanceof Decl.Procedure)
                .forEach(s -> names.add(s.name().text()));
        return names;
    }
}
