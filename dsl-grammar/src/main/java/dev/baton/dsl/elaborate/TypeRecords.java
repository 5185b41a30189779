package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.FieldValueSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records, messages, their fields and variants; and options taken apart. */
final class TypeRecords {
    private final Session session;

    TypeRecords(Session session) {
        this.session = session;
    }

    Expr make(ExprSyntax.Make make, Context context) {
        Name name = make.type();
        Optional<Symbol> symbol = session.symbols.use(name.text());
        if (symbol.isEmpty()) {
            session.undeclared(name, session.types.typeNames());
            return Kinds.unknown(make.span());
        }
        Type type = symbol.get().isType() ? session.types.of(symbol.get()) : Kinds.UNKNOWN;
        if (!(type instanceof Type.Struct struct)) {
            session.wrongKind(name, symbol.get(), "a record or message", Optional.empty());
            return Kinds.unknown(make.span());
        }
        return make(struct, make.fields(), make.span(), context);
    }

    Expr make(Type.Struct struct, List<FieldValueSyntax> fields, Span span, Context context) {
        Set<String> given = new LinkedHashSet<>();
        for (FieldValueSyntax field : fields) {
            session.symbols.once(field.field(), given, Optional.empty());
            if (struct.indexOf(field.field().text()) < 0) {
                noField(struct, field.field());
                session.expressions.type(field.value(), context);
            }
        }
        List<Expr> values = new ArrayList<>();
        for (Type.Field field : struct.fields()) {
            Optional<FieldValueSyntax> value = fields.stream()
                    .filter(f -> f.field().text().equals(field.name()))
                    .findFirst();
            if (value.isPresent()) {
                values.add(session.expressions.expect(value.get().value(), field.type(), context));
            } else {
                session.problems.help(
                        Code.B0305,
                        span,
                        "say its value: `" + struct.name() + " { " + field.name() + ": … }`",
                        struct.name(),
                        field.name());
                values.add(Kinds.unknown(span));
            }
        }
        return Kinds.known(struct) ? new Expr.Make(struct, values, span) : Kinds.unknown(span);
    }

    Expr with(ExprSyntax.With with, Optional<Type> hint, Context context) {
        Expr base = session.expressions.type(with.base(), hint, context);
        List<Type.Struct> possible = context.facts().variants(base);
        if (possible.size() != 1) {
            return session.expressions.doesNotWork("with", base.type(), with.span(), narrow(base.type()));
        }
        Type.Struct struct = possible.getFirst();
        Expr narrowed = base.type() instanceof Type.Struct ? base : new Expr.As(base, struct, base.span());
        Set<String> taken = new LinkedHashSet<>();
        List<Expr.FieldValue> changes = new ArrayList<>();
        for (FieldValueSyntax change : with.changes()) {
            session.symbols.once(change.field(), taken, Optional.empty());
            Optional<Type.Field> field = struct.field(change.field().text());
            if (field.isEmpty()) {
                noField(struct, change.field());
            } else {
                Expr value =
                        session.expressions.expect(change.value(), field.get().type(), context);
                changes.add(new Expr.FieldValue(field.get().name(), value));
            }
        }
        return new Expr.With(narrowed, changes, with.span());
    }

    /** {@code target.name}; of a union what all variants have that it may be here. */
    Expr field(Expr target, Name name, Span span, Context context) {
        if (!Kinds.known(target.type())) {
            return Kinds.unknown(span);
        }
        List<Type.Struct> possible = context.facts().variants(target);
        if (possible.isEmpty()) {
            Optional<String> help = target.type() instanceof Type.Option
                    ? Optional.of("take the value out first: `" + Coerce.text(target.span()) + "!." + name + "`")
                    : Optional.empty();
            return session.expressions.doesNotWork("." + name, target.type(), span, help);
        }
        List<Type.Struct> without =
                possible.stream().filter(v -> v.indexOf(name.text()) < 0).toList();
        if (without.size() == possible.size()) {
            List<String> fields = possible.stream()
                    .flatMap(v -> v.fields().stream())
                    .map(Type.Field::name)
                    .distinct()
                    .toList();
            session.noPart("`" + names(possible) + "`", "field", name, fields);
            return Kinds.unknown(span);
        }
        if (!without.isEmpty()) {
            String has = possible.stream()
                    .filter(v -> v.indexOf(name.text()) >= 0)
                    .findFirst()
                    .orElseThrow()
                    .name();
            session.problems.help(
                    Code.B0309,
                    span,
                    "ask `" + Coerce.text(target.span()) + " is " + has + "` first, or use `match`",
                    without.getFirst().name(),
                    name.text());
            return Kinds.unknown(span);
        }
        return chain(target, possible, name, span);
    }

    Expr unwrap(ExprSyntax.Unwrap unwrap, Context context) {
        Expr target = session.expressions.type(unwrap.target(), context);
        return target.type() instanceof Type.Option option
                ? new Expr.Apply(Op.UNWRAP, List.of(target), option.element(), unwrap.span())
                : session.expressions.doesNotWork(
                        "!", target.type(), unwrap.span(), Optional.of("it takes the value out of an option"));
    }

    Expr is(ExprSyntax.Is is, Context context) {
        Expr target = session.expressions.type(is.target(), context);
        String what = is.what().text();
        if (!Kinds.known(target.type())) {
            return Kinds.unknown(is.span());
        }
        if (what.equals("some") || what.equals("none")) {
            if (!(target.type() instanceof Type.Option)) {
                return session.expressions.doesNotWork("is " + what, target.type(), is.span(), Optional.empty());
            }
            Op op = what.equals("some") ? Op.IS_SOME : Op.IS_NONE;
            return new Expr.Apply(op, List.of(target), Type.BOOL, is.span());
        }
        Optional<List<Type.Struct>> variants = Kinds.variants(target.type());
        if (variants.isEmpty()) {
            return session.expressions.doesNotWork(
                    "is " + what,
                    target.type(),
                    is.span(),
                    Optional.of("compare with `==`; `is` asks for the kind of a message"));
        }
        if (variants.get().stream().noneMatch(v -> v.name().equals(what))) {
            session.noPart(
                    "`" + target.type() + "`",
                    "variant",
                    is.what(),
                    variants.get().stream().map(Type.Struct::name).toList());
            return Kinds.unknown(is.span());
        }
        session.symbols.used(what);
        return target.type() instanceof Type.Struct
                ? new Expr.Literal(dev.baton.model.value.Value.TRUE, Type.BOOL, is.span())
                : new Expr.Is(target, what, is.span());
    }

    void noField(Type.Struct struct, Name field) {
        List<String> fields = struct.fields().stream().map(Type.Field::name).toList();
        session.noPart("`" + struct.name() + "`", "field", field, fields);
    }

    private Expr chain(Expr target, List<Type.Struct> variants, Name name, Span span) {
        Type.Struct first = variants.getFirst();
        Type type = first.field(name.text()).orElseThrow().type();
        Expr as = target.type() instanceof Type.Struct ? target : new Expr.As(target, first, target.span());
        Expr get = new Expr.Get(as, name.text(), type, span);
        if (variants.size() == 1) {
            return get;
        }
        Expr rest = chain(target, variants.subList(1, variants.size()), name, span);
        Optional<Type> join = Kinds.join(type, rest.type());
        if (join.isEmpty()) {
            session.problems.say(Code.B0303, span, Kinds.name(type), Kinds.name(rest.type()));
            return Kinds.unknown(span);
        }
        return new Expr.If(new Expr.Is(target, first.name(), span), get, rest, join.get(), span);
    }

    private static Optional<String> narrow(Type type) {
        return type instanceof Type.Union
                ? Optional.of("ask which message it is first: `is`, or `match`")
                : Optional.empty();
    }

    private static String names(List<Type.Struct> structs) {
        return String.join(" | ", structs.stream().map(Type.Struct::name).toList());
    }
}
