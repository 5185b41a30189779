package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names alone and names behind a dot. A name alone is, in this order: a local; a member of the enum that is asked for;
 * a variable of the actor; what is declared under it; a question; a state of the actor; a member of the one enum that
 * has it.
 */
final class TypeNames {
    private final Session session;

    TypeNames(Session session) {
        this.session = session;
    }

    Expr self(ExprSyntax.Self self, Context context) {
        boolean somebody = context.kind() == Context.Kind.CODE || context.kind() == Context.Kind.FIRST;
        if (!somebody || context.actor().isEmpty()) {
            session.problems.help(
                    Code.B0207, self.span(), "it is the acting member, in the text of a kernel, core or environment");
            return Kinds.unknown(self.span());
        }
        Type.Index members = session.types.members(context.actor().get());
        return context.kind() == Context.Kind.FIRST && members.single()
                ? new Expr.Literal(new Value.Member(members, 0), members, self.span())
                : new Expr.Local("self", members, self.span());
    }

    Expr ref(ExprSyntax.Ref ref, Optional<Type> hint, Context context) {
        String name = ref.name().text();
        Optional<Scope.Local> local = context.scope().find(name);
        if (local.isPresent()) {
            return new Expr.Local(local.get().name(), local.get().type(), ref.span());
        }
        Optional<Expr> asked = hint.flatMap(t -> member(t, name, ref.span()));
        if (asked.isPresent()) {
            return asked.get();
        }
        Optional<Variable> own = context.actor().flatMap(a -> session.variables.own(a, name));
        if (own.isPresent()) {
            return own(own.get(), context, ref.span());
        }
        Optional<Symbol> symbol = session.symbols.use(name);
        if (symbol.isPresent()) {
            return declared(ref.name(), symbol.get(), hint, context);
        }
        if (name.equals("quiescent") || name.equals("timeout")) {
            return question(name, ref.span(), context);
        }
        return enumMember(ref.name(), context);
    }

    /** Whether a name alone does not tell its type: members of enums, and types as sets. */
    boolean needsHint(ExprSyntax.Ref ref, Context context) {
        String name = ref.name().text();
        boolean known = context.scope().find(name).isPresent()
                || (context.code()
                        && context.actor()
                                .flatMap(a -> session.variables.own(a, name))
                                .isPresent());
        return !known && !session.symbols.enumsOf(name).isEmpty();
    }

    Expr dot(ExprSyntax.Dot dot, Context context) {
        if (dot.target() instanceof ExprSyntax.Ref ref
                && context.scope().find(ref.name().text()).isEmpty()) {
            Optional<Symbol> symbol = session.symbols.find(ref.name().text());
            if (symbol.isPresent() && symbol.get().declaration() instanceof Decl.Actor actor) {
                session.symbols.used(ref.name().text());
                return ofActor(actor, ref.name(), dot, context);
            }
            Optional<Type.Enumeration> enumeration =
                    session.types.enumeration(ref.name().text());
            if (enumeration.isPresent()) {
                session.symbols.used(ref.name().text());
                return ofEnum(enumeration.get(), dot);
            }
            if (symbol.isPresent() && symbol.get().declaration() instanceof Decl.Channel) {
                session.wrongKind(
                        ref.name(),
                        symbol.get(),
                        "a value",
                        Optional.of("what is in it: `contents(" + Coerce.text(dot.span()) + ")`"));
                return Kinds.unknown(dot.span());
            }
        }
        Expr target = session.expressions.type(dot.target(), context);
        if (target.type() instanceof Type.Index index) {
            Optional<Decl.Actor> actor = session.actor(index.name());
            if (actor.isPresent()) {
                return ofMember(actor.get(), target, dot, context);
            }
        }
        return session.expressions.records.field(target, dot.name(), dot.span(), context);
    }

    /** {@code K.x}. */
    private Expr ofActor(Decl.Actor actor, Name written, ExprSyntax.Dot dot, Context context) {
        Type.Index members = session.types.members(actor);
        if (members.single()) {
            return ofMember(
                    actor, new Expr.Literal(new Value.Member(members, 0), members, written.span()), dot, context);
        }
        boolean own = context.code() && context.actor().filter(actor::equals).isPresent();
        String help = own
                ? "`" + dot.name() + "` alone is that of the acting member"
                : "of one member: `" + actor.name() + "(0)." + dot.name() + "`; of all: `forall k in " + actor.name()
                        + ": … k." + dot.name() + " …`";
        session.wrongKind(
                written, session.symbols.find(written.text()).orElseThrow(), "one of its members", Optional.of(help));
        return Kinds.unknown(dot.span());
    }

    /** {@code k.x}. */
    private Expr ofMember(Decl.Actor actor, Expr member, ExprSyntax.Dot dot, Context context) {
        Optional<Variable> variable = session.variables.own(actor, dot.name().text());
        if (variable.isEmpty()) {
            session.noPart("`" + actor.name() + "`", "variable", dot.name(), DeclareVariables.names(actor));
            return Kinds.unknown(dot.span());
        }
        boolean single = session.types.members(actor).single();
        boolean own = context.actor().filter(actor::equals).isPresent()
                && (single
                        || (member instanceof Expr.Local local && local.name().equals("self")));
        if (context.code() && !own) {
            session.problems.help(
                    Code.B0502,
                    dot.span(),
                    "only `" + actor.name() + "` itself and properties see it; share it in `memory`, or send it",
                    Coerce.text(dot.span()),
                    "`" + actor.name() + "`");
            return Kinds.unknown(dot.span());
        }
        Expr read = read(variable.get(), context, dot.span());
        return single || !Kinds.known(read.type())
                ? read
                : new Expr.Apply(
                        Op.AT,
                        List.of(read, member),
                        ((Type.MapOf) variable.get().type()).value(),
                        dot.span());
    }

    /** A variable of the actor in whose text it stands. */
    private Expr own(Variable variable, Context context, Span span) {
        Type.Index members = session.types.members(context.actor().orElseThrow());
        Expr read = read(variable, context, span);
        if (members.single() || !Kinds.known(read.type())) {
            return read;
        }
        Expr self = new Expr.Local("self", members, span);
        return new Expr.Apply(Op.AT, List.of(read, self), ((Type.MapOf) variable.type()).value(), span);
    }

    private Expr read(Variable variable, Context context, Span span) {
        if (!context.readsState()) {
            session.problems.say(Code.B0401, span, Coerce.text(span));
            return Kinds.unknown(span);
        }
        return Kinds.known(variable.type()) ? new Expr.Read(variable, context.primed(), span) : Kinds.unknown(span);
    }

    private Expr declared(Name name, Symbol symbol, Optional<Type> hint, Context context) {
        Span span = name.span();
        if (symbol.declaration() instanceof Decl.Param || symbol.declaration() instanceof Decl.Const) {
            return session.constants.use(symbol, span);
        }
        if (symbol.variable().isPresent()) {
            return read(session.variables.memory(symbol.variable().get()), context, span);
        }
        if (!symbol.isType()) {
            session.wrongKind(name, symbol, "a value", advice(symbol));
            return Kinds.unknown(span);
        }
        Type type = session.types.of(symbol);
        if (hint.filter(Type.SetOf.class::isInstance).isPresent() && !(type instanceof Type.Struct)) {
            return session.domains.enumerable(type, span) ? new Expr.Domain(type, span) : Kinds.unknown(span);
        }
        if (type instanceof Type.Index index && index.single()) {
            return new Expr.Literal(new Value.Member(index, 0), index, span);
        }
        if (type instanceof Type.Struct struct) {
            return session.expressions.records.make(struct, List.of(), span, context);
        }
        if (Kinds.known(type)) {
            session.wrongKind(name, symbol, "a value", Optional.of("the set of all its members: `all(" + name + ")`"));
        }
        return Kinds.unknown(span);
    }

    private static Optional<String> advice(Symbol symbol) {
        Name name = symbol.name();
        if (symbol.declaration() instanceof Decl.Channel) {
            return Optional.of("what is in it: `contents(" + name + ")`");
        }
        if (symbol.declaration() instanceof Decl.Ipi) {
            return Optional.of("whether it is pending: `pending(" + name + ")`");
        }
        if (symbol.declaration() instanceof Decl.Function) {
            return Optional.of("call it: `" + name + "(…)`");
        }
        return Optional.empty();
    }

    private Optional<Expr> member(Type type, String name, Span span) {
        if (type instanceof Type.Option option) {
            return member(option.element(), name, span);
        }
        if (type instanceof Type.Enumeration e && e.members().contains(name)) {
            session.symbols.used(e.name());
            return Optional.of(
                    new Expr.Literal(new Value.EnumMember(e, e.members().indexOf(name)), e, span));
        }
        return Optional.empty();
    }

    private Expr enumMember(Name name, Context context) {
        Optional<String> states = context.actor().map(Symbols::stateEnum);
        List<String> enums = session.symbols.enumsOf(name.text());
        List<String> candidates = states.filter(enums::contains).map(List::of).orElse(enums);
        if (candidates.size() > 1) {
            List<String> quoted = candidates.stream().map(e -> "`" + e + "`").toList();
            session.problems.help(
                    Code.B0205,
                    name.span(),
                    "say which: `" + candidates.getFirst() + "." + name + "`",
                    name.text(),
                    String.join(" and of ", quoted));
            return Kinds.unknown(name.span());
        }
        if (candidates.isEmpty()) {
            session.undeclared(name, visible(context));
            return Kinds.unknown(name.span());
        }
        return session.types
                .enumeration(candidates.getFirst())
                .flatMap(t -> member(t, name.text(), name.span()))
                .orElseGet(() -> Kinds.unknown(name.span()));
    }

    private Expr ofEnum(Type.Enumeration type, ExprSyntax.Dot dot) {
        Optional<Expr> found = member(type, dot.name().text(), dot.span());
        if (found.isEmpty()) {
            session.noPart("`" + type.name() + "`", "member", dot.name(), type.members());
        }
        return found.orElseGet(() -> Kinds.unknown(dot.span()));
    }

    private Expr question(String name, Span span, Context context) {
        if (name.equals("quiescent")) {
            return session.expressions.questions.ask(new Question.Quiescent(), List.of(), Type.BOOL, span, context);
        }
        if (!context.guard()) {
            session.problems.help(Code.B0505, span, "say `when timeout`, or `await timeout`");
            return Kinds.unknown(span);
        }
        return new Expr.Query(new Question.Timeout(), List.of(), Type.BOOL, span);
    }

    /** All names that could stand for a value here, for advice. */
    private Set<String> visible(Context context) {
        Set<String> names = new LinkedHashSet<>();
        context.scope().all().forEach(l -> names.add(l.written()));
        if (context.code()) {
            context.actor().ifPresent(a -> names.addAll(DeclareVariables.names(a)));
        }
        session.symbols.all().stream()
                .filter(s -> s.variable().isPresent()
                        || s.declaration() instanceof Decl.Param
                        || s.declaration() instanceof Decl.Const
                        || s.isType())
                .forEach(s -> names.add(s.name().text()));
        names.addAll(session.symbols.members());
        names.addAll(List.of("quiescent", "timeout"));
        return names;
    }
}
