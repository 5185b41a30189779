package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Place;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands left of {@code =}: a variable, and a path into it. */
final class ElaboratePlaces {
    private final Session session;

    ElaboratePlaces(Session session) {
        this.session = session;
    }

    /** The place that is written; empty if it is none, which is then told. */
    Optional<Place> place(ExprSyntax target, Context context) {
        return switch (target) {
            case ExprSyntax.Ref e -> root(e.name(), context);
            case ExprSyntax.Dot e -> dot(e, context);
            case ExprSyntax.Index e -> place(e.target(), context).flatMap(p -> entry(p, e, context));
            case ExprSyntax.Unwrap e -> {
                session.problems.help(
                        Code.B0310, e.span(), "assign the whole option: `… = some(…)`", Coerce.text(e.span()));
                yield Optional.empty();
            }
            case ExprSyntax.Self e -> noPlace(e.span());
            case ExprSyntax.Int e -> noPlace(e.span());
            case ExprSyntax.Truth e -> noPlace(e.span());
            case ExprSyntax.Some e -> noPlace(e.span());
            case ExprSyntax.None e -> noPlace(e.span());
            case ExprSyntax.Call e -> noPlace(e.span());
            case ExprSyntax.Make e -> noPlace(e.span());
            case ExprSyntax.With e -> noPlace(e.span());
            case ExprSyntax.Primed e -> noPlace(e.span());
            case ExprSyntax.Is e -> noPlace(e.span());
            case ExprSyntax.Unary e -> noPlace(e.span());
            case ExprSyntax.Binary e -> noPlace(e.span());
            case ExprSyntax.If e -> noPlace(e.span());
            case ExprSyntax.Quantified e -> noPlace(e.span());
            case ExprSyntax.SetOf e -> noPlace(e.span());
            case ExprSyntax.Filter e -> noPlace(e.span());
            case ExprSyntax.Image e -> noPlace(e.span());
            case ExprSyntax.SeqOf e -> noPlace(e.span());
            case ExprSyntax.MapOf e -> noPlace(e.span());
            case ExprSyntax.All e -> noPlace(e.span());
        };
    }

    private Optional<Place> noPlace(Span span) {
        session.problems.help(
                Code.B0310, span, "left of `=` stands a variable, an entry or a field of one", Coerce.text(span));
        return Optional.empty();
    }

    private Optional<Place> root(Name name, Context context) {
        Optional<Scope.Local> local = context.scope().find(name.text());
        if (local.isPresent()) {
            return local(name, local.get());
        }
        Optional<Variable> own = context.actor().flatMap(a -> session.variables.own(a, name.text()));
        if (own.isPresent()) {
            return own(own.get(), context.actor().orElseThrow(), name.span());
        }
        Optional<Symbol> symbol = session.symbols.find(name.text());
        if (symbol.isEmpty()) {
            session.undeclared(name, assignable(context));
            return Optional.empty();
        }
        if (symbol.get().variable().isEmpty()) {
            session.problems.help(
                    Code.B0310, name.span(), "it is " + symbol.get().word(), name.text());
            return Optional.empty();
        }
        Variable variable = session.variables.memory(symbol.get().variable().get());
        return Kinds.known(variable.type())
                ? Optional.of(new Place(new Place.VariableRoot(variable), List.of(), variable.type(), name.span()))
                : Optional.empty();
    }

    private Optional<Place> local(Name name, Scope.Local local) {
        if (!local.assignable()) {
            session.problems.help(
                    Code.B0310,
                    name.span(),
                    "it names a value; what changes is declared with `var " + name + ": T = …`",
                    name.text());
            return Optional.empty();
        }
        return Kinds.known(local.type())
                ? Optional.of(new Place(
                        new Place.LocalRoot(local.name(), local.type()), List.of(), local.type(), name.span()))
                : Optional.empty();
    }

    private Optional<Place> own(Variable variable, Decl.Actor actor, Span span) {
        Type.Index members = session.types.members(actor);
        Place.Root root = new Place.VariableRoot(variable);
        if (!Kinds.known(variable.type())) {
            return Optional.empty();
        }
        if (members.single()) {
            return Optional.of(new Place(root, List.of(), variable.type(), span));
        }
        Place.Key self = new Place.Key(new Expr.Local("self", members, span));
        return Optional.of(new Place(root, List.of(self), ((Type.MapOf) variable.type()).value(), span));
    }

    private Optional<Place> dot(ExprSyntax.Dot dot, Context context) {
        Optional<Decl.Actor> named = Optional.empty();
        boolean self = dot.target() instanceof ExprSyntax.Self;
        if (dot.target() instanceof ExprSyntax.Ref ref) {
            Optional<Scope.Local> local = context.scope().find(ref.name().text());
            named = local.isPresent()
                    ? local.filter(l -> l.type() instanceof Type.Index)
                            .flatMap(l -> session.actor(l.type().toString()))
                    : session.actor(ref.name().text());
        }
        if (self) {
            named = context.actor();
        }
        if (named.isPresent()) {
            Decl.Actor actor = named.get();
            Optional<Variable> variable =
                    session.variables.own(actor, dot.name().text());
            if (variable.isEmpty()) {
                session.noPart("`" + actor.name() + "`", "variable", dot.name(), DeclareVariables.names(actor));
                return Optional.empty();
            }
            boolean own = context.actor().filter(actor::equals).isPresent()
                    && (self || session.types.members(actor).single());
            if (!own) {
                session.problems.help(
                        Code.B0502,
                        dot.span(),
                        "only `" + actor.name() + "` itself assigns it; share it in `memory`, or send a message",
                        Coerce.text(dot.span()),
                        "`" + actor.name() + "`");
                return Optional.empty();
            }
            return own(variable.get(), actor, dot.span());
        }
        return place(dot.target(), context).flatMap(p -> field(p, dot));
    }

    private Optional<Place> field(Place place, ExprSyntax.Dot dot) {
        if (place.type() instanceof Type.Struct struct) {
            Optional<Type.Field> field = struct.field(dot.name().text());
            if (field.isEmpty()) {
                session.expressions.records.noField(struct, dot.name());
            }
            return field.map(
                    f -> new Place(place.root(), plus(place, new Place.Field(f.name())), f.type(), dot.span()));
        }
        Optional<String> help = place.type() instanceof Type.Union || place.type() instanceof Type.Option
                ? Optional.of("assign the whole value")
                : Optional.empty();
        session.expressions.doesNotWork("." + dot.name(), place.type(), dot.span(), help);
        return Optional.empty();
    }

    private Optional<Place> entry(Place place, ExprSyntax.Index index, Context context) {
        if (place.type() instanceof Type.MapOf map) {
            Expr key = session.expressions.expect(index.index(), map.key(), context);
            return Optional.of(new Place(place.root(), plus(place, new Place.Key(key)), map.value(), index.span()));
        }
        if (place.type() instanceof Type.Seq seq) {
            Type positions = Type.Range.of(0, seq.capacity() - 1);
            Expr key = session.expressions.expect(index.index(), positions, context);
            return Optional.of(new Place(place.root(), plus(place, new Place.Key(key)), seq.element(), index.span()));
        }
        session.expressions.doesNotWork(
                "[]", place.type(), index.span(), Optional.of("only maps and sequences have entries"));
        return Optional.empty();
    }

    private static List<Place.Step> plus(Place place, Place.Step step) {
        List<Place.Step> path = new ArrayList<>(place.path());
        path.add(step);
        return path;
    }

    private List<String> assignable(Context context) {
        List<String> names = new ArrayList<>();
        context.scope().all().stream().filter(Scope.Local::assignable).forEach(l -> names.add(l.written()));
        context.actor().ifPresent(a -> names.addAll(DeclareVariables.names(a)));
        session.symbols.all().stream()
                .filter(s -> s.variable().isPresent())
                .forEach(s -> names.add(s.name().text()));
        return names;
    }
}
