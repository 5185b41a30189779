package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.FieldPatternSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.PatternSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Patterns. A bare name is a member of the value's enum, one of its variants or a constant where there is one of that
 * name; else it binds the value.
 */
final class ElaboratePatterns {
    private final Session session;

    ElaboratePatterns(Session session) {
        this.session = session;
    }

    /** A pattern, and what sees the names that it binds. */
    record Matched(Pattern pattern, Context context) {}

    Matched elaborate(PatternSyntax syntax, Type type, Context context) {
        if (!Kinds.known(type)) {
            return poisoned(syntax, context);
        }
        return switch (syntax) {
            case PatternSyntax.Some p -> some(p, type, context);
            case PatternSyntax.None p -> {
                if (!(type instanceof Type.Option)) {
                    never(p.span(), type, Optional.empty());
                }
                yield new Matched(new Pattern.None(), context);
            }
            case PatternSyntax.Anything p -> new Matched(new Pattern.Anything(Optional.empty()), context);
            case PatternSyntax.Named p -> named(p, type, context);
            case PatternSyntax.Bound p -> bound(p, type, context);
            case PatternSyntax.Fields p -> fields(p, type, context);
            case PatternSyntax.Int p -> {
                boolean fits = type instanceof Type.Range r
                        && (Parametric.is(r) || (r.low() <= p.value() && p.value() <= r.high()));
                if (!fits) {
                    never(p.span(), type, Optional.empty());
                }
                yield new Matched(new Pattern.Constant(Value.of(p.value())), context);
            }
            case PatternSyntax.Truth p -> {
                if (!(type instanceof Type.Bool)) {
                    never(p.span(), type, Optional.empty());
                }
                yield new Matched(new Pattern.Constant(Value.of(p.value())), context);
            }
        };
    }

    private Matched some(PatternSyntax.Some some, Type type, Context context) {
        if (!(type instanceof Type.Option option)) {
            never(some.span(), type, Optional.empty());
            return poisoned(some, context);
        }
        if (some.binder().isEmpty()) {
            return new Matched(new Pattern.Some(Optional.empty()), context);
        }
        Bind.Bound bound = session.expressions.bind.local(some.binder().get(), option.element(), context);
        return new Matched(new Pattern.Some(Optional.of(binding(bound))), bound.context());
    }

    private Matched named(PatternSyntax.Named named, Type type, Context context) {
        Name name = named.name();
        String text = name.text();
        if (type instanceof Type.Enumeration e && e.members().contains(text)) {
            session.symbols.used(e.name());
            Value member = new Value.EnumMember(e, e.members().indexOf(text));
            return new Matched(new Pattern.Constant(member), context);
        }
        Optional<Type.Struct> variant = variant(text, type);
        if (variant.isPresent()) {
            session.symbols.used(text);
            return new Matched(new Pattern.Variant(variant.get(), Optional.empty(), List.of()), context);
        }
        Optional<Symbol> symbol = session.symbols.find(text);
        boolean constant = symbol.isPresent()
                && (symbol.get().declaration() instanceof Decl.Const
                        || symbol.get().declaration() instanceof Decl.Param);
        if (constant) {
            return constant(name, symbol.orElseThrow(), type, context);
        }
        boolean elsewhere = symbol.filter(Symbol::isType).isPresent()
                || !session.symbols.enumsOf(text).isEmpty();
        boolean meansMember =
                (type instanceof Type.Enumeration || Kinds.variants(type).isPresent())
                        && Character.isUpperCase(text.charAt(0));
        if (elsewhere || meansMember) {
            return unknownMember(name, type, context);
        }
        Bind.Bound bound = session.expressions.bind.local(name, type, context);
        return new Matched(new Pattern.Anything(Optional.of(binding(bound))), bound.context());
    }

    private Matched constant(Name name, Symbol symbol, Type type, Context context) {
        session.symbols.used(name.text());
        Expr constant = session.constants.use(symbol, name.span());
        if (!Kinds.accepts(type, constant.type())) {
            never(
                    name.span(),
                    type,
                    Optional.of(
                            "`" + name + "` is " + symbol.word() + " of type `" + Kinds.name(constant.type()) + "`"));
        }
        return session.constants
                .evaluate(constant)
                .map(value -> new Matched(new Pattern.Constant(value), context))
                .orElseGet(() -> new Matched(new Pattern.Anything(Optional.empty()), context));
    }

    private Matched unknownMember(Name name, Type type, Context context) {
        if (type instanceof Type.Enumeration e) {
            session.noPart("`" + e.name() + "`", "member", name, e.members());
        } else if (Kinds.variants(type).isPresent()) {
            noVariant(name, type);
        } else {
            Optional<String> help = type instanceof Type.Option
                    ? Optional.of("what is in an option: `some(x)`, then compare `x`")
                    : Optional.empty();
            never(name.span(), type, help);
        }
        return new Matched(new Pattern.Anything(Optional.empty()), context);
    }

    private Matched bound(PatternSyntax.Bound pattern, Type type, Context context) {
        Optional<Type.Struct> variant = variantOrSay(pattern.variant(), type);
        Type whole = variant.map(v -> (Type) v).orElse(Kinds.UNKNOWN);
        Bind.Bound bound = session.expressions.bind.local(pattern.binder(), whole, context);
        Pattern made = variant.map(v -> (Pattern) new Pattern.Variant(v, Optional.of(binding(bound)), List.of()))
                .orElseGet(() -> new Pattern.Anything(Optional.empty()));
        return new Matched(made, bound.context());
    }

    private Matched fields(PatternSyntax.Fields pattern, Type type, Context context) {
        Optional<Type.Struct> variant = variantOrSay(pattern.variant(), type);
        Context inner = context;
        Set<String> taken = new LinkedHashSet<>();
        List<Pattern.FieldBinding> fields = new ArrayList<>();
        for (FieldPatternSyntax field : pattern.fields()) {
            session.symbols.once(field.field(), taken, Optional.empty());
            Optional<Type.Field> found =
                    variant.flatMap(v -> v.field(field.field().text()));
            if (variant.isPresent() && found.isEmpty()) {
                session.expressions.records.noField(variant.get(), field.field());
            }
            if (field.binder().isPresent()) {
                Type fieldType = found.map(Type.Field::type).orElse(Kinds.UNKNOWN);
                Bind.Bound bound = session.expressions.bind.local(field.binder().get(), fieldType, inner);
                inner = bound.context();
                fields.add(new Pattern.FieldBinding(field.field().text(), binding(bound)));
            }
        }
        Pattern made = variant.map(v -> (Pattern) new Pattern.Variant(v, Optional.empty(), fields))
                .orElseGet(() -> new Pattern.Anything(Optional.empty()));
        return new Matched(made, inner);
    }

    private static Pattern.Binding binding(Bind.Bound bound) {
        return new Pattern.Binding(bound.name(), bound.local().type());
    }

    private static Optional<Type.Struct> variant(String name, Type type) {
        return Kinds.variants(type).orElse(List.of()).stream()
                .filter(v -> v.name().equals(name))
                .findFirst();
    }

    private Optional<Type.Struct> variantOrSay(Name name, Type type) {
        Optional<Type.Struct> variant = variant(name.text(), type);
        if (variant.isPresent()) {
            session.symbols.used(name.text());
        } else if (Kinds.variants(type).isPresent()) {
            noVariant(name, type);
        } else if (Kinds.known(type)) {
            Optional<String> help = type instanceof Type.Option
                    ? Optional.of("what is in an option: `some(m)`, then `match m`")
                    : Optional.empty();
            never(name.span(), type, help);
        }
        return variant;
    }

    private void noVariant(Name name, Type type) {
        List<String> names = Kinds.variants(type).orElse(List.of()).stream()
                .map(Type.Struct::name)
                .toList();
        session.noPart("`" + type + "`", "variant", name, names);
    }

    private void never(Span span, Type type, Optional<String> help) {
        String text = Coerce.text(span);
        help.ifPresentOrElse(
                h -> session.problems.help(Code.B0312, span, h, text, Kinds.name(type)),
                () -> session.problems.say(Code.B0312, span, text, Kinds.name(type)));
    }

    /** Binds the names of a pattern whose value is wrong, so that nobody complains of them. */
    private Matched poisoned(PatternSyntax syntax, Context context) {
        List<Name> names = new ArrayList<>();
        switch (syntax) {
            case PatternSyntax.Some p -> p.binder().ifPresent(names::add);
            case PatternSyntax.Bound p -> names.add(p.binder());
            case PatternSyntax.Fields p -> p.fields().forEach(f -> f.binder().ifPresent(names::add));
            case PatternSyntax.Named p -> {
                if (!Character.isUpperCase(p.name().text().charAt(0))) {
                    names.add(p.name());
                }
            }
            case PatternSyntax.None p -> {}
            case PatternSyntax.Anything p -> {}
            case PatternSyntax.Int p -> {}
            case PatternSyntax.Truth p -> {}
        }
        Context inner = context;
        for (Name name : names) {
            inner = session.expressions.bind.local(name, Kinds.UNKNOWN, inner).context();
        }
        return new Matched(new Pattern.Anything(Optional.empty()), inner);
    }
}
