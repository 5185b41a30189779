package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.EnumMemberSyntax;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.FieldSyntax;
import dev.baton.dsl.syntax.Member;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.TypeSyntax;
import dev.baton.model.source.Code;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Types as written, and the types that declarations name. */
final class DeclareTypes {
    private final Session session;
    private final OnDemand<Type> named;
    private final Set<Type> unnamed = new LinkedHashSet<>();

    DeclareTypes(Session session) {
        this.session = session;
        this.named = session.table();
    }

    /** The type that is written; {@link Kinds#UNKNOWN} where it is wrong. */
    Type of(TypeSyntax syntax) {
        return switch (syntax) {
            case TypeSyntax.Bool t -> Type.BOOL;
            case TypeSyntax.Range t -> range(t);
            case TypeSyntax.OpenRange t -> {
                session.problems.help(
                        Code.B0703, t.span(), "give an upper bound, `1..4` say: checks then try any value up to it");
                yield Kinds.UNKNOWN;
            }
            case TypeSyntax.Named t -> use(t.name());
            case TypeSyntax.Option t -> {
                Type element = of(t.element());
                if (element instanceof Type.Option) {
                    session.problems.help(
                            Code.B0307,
                            t.span(),
                            "one `?` is enough, or put the inner option into a record",
                            t.span().text());
                    yield Kinds.UNKNOWN;
                }
                yield new Type.Option(element);
            }
            case TypeSyntax.SetOf t -> new Type.SetOf(of(t.element()));
            case TypeSyntax.SeqOf t -> {
                Type element = of(t.element());
                OptionalInt capacity = session.constants.capacity("the capacity of a sequence", t.capacity());
                yield capacity.isPresent() ? new Type.Seq(element, capacity.getAsInt()) : Kinds.UNKNOWN;
            }
            case TypeSyntax.Union t -> union(t);
        };
    }

    /** The type of a name that is declared as one. */
    Type of(Symbol symbol) {
        Name name = symbol.name();
        return named.get(name.text(), () -> declared(symbol), () -> {
            session.cycle(Code.B0406, name.span(), name.text());
            return Kinds.UNKNOWN;
        });
    }

    /** The members of an actor. */
    Type.Index members(Decl.Actor actor) {
        Symbol symbol = new Symbol(actor.name(), actor, Optional.empty());
        return of(symbol) instanceof Type.Index index
                ? index
                : new Type.Index(actor.name().text(), 1, "1", actor.size().isEmpty());
    }

    /** The states of an actor that has some. */
    Optional<Type.Enumeration> states(Decl.Actor actor) {
        Optional<Member.States> states = Symbols.statesOf(actor);
        return states.map(s -> enumeration(Symbols.stateEnum(actor), s.names()));
    }

    /** The enum, or type of states, of a name. */
    Optional<Type.Enumeration> enumeration(String name) {
        Optional<Symbol> symbol = session.symbols.find(name);
        if (symbol.isPresent()) {
            return of(symbol.get()) instanceof Type.Enumeration e && Kinds.known(e) ? Optional.of(e) : Optional.empty();
        }
        return session.program.all(Decl.Actor.class).stream()
                .filter(a -> Symbols.stateEnum(a).equals(name))
                .findFirst()
                .flatMap(this::states);
    }

    /**
     * What may own a resource: one variant for each actor, with the member of an indexed one in its field {@code id}.
     */
    Type.Union holder() {
        List<Type.Struct> variants = new ArrayList<>();
        for (Decl.Actor actor : session.program.all(Decl.Actor.class)) {
            Type.Index members = members(actor);
            List<Type.Field> fields = members.single() ? List.of() : List.of(new Type.Field("id", members));
            variants.add(new Type.Struct(actor.name().text(), fields));
        }
        return new Type.Union("holder of a resource", variants);
    }

    /** A type that no declaration names is needed too. */
    void needed(Type type) {
        unnamed.add(type);
    }

    /** All named types and unions, each after those it uses. */
    List<Type> all() {
        List<Type> all = new ArrayList<>();
        for (Symbol symbol : session.symbols.all()) {
            if (symbol.isType()) {
                Kinds.named(of(symbol), all);
            }
            if (symbol.declaration() instanceof Decl.Actor actor) {
                states(actor).ifPresent(t -> Kinds.named(t, all));
            }
        }
        unnamed.forEach(t -> Kinds.named(t, all));
        return all;
    }

    private Type use(Name name) {
        Optional<Symbol> symbol = session.symbols.use(name.text());
        if (symbol.isEmpty()) {
            Optional<Type.Enumeration> states = enumeration(name.text());
            if (states.isPresent()) {
                return states.get();
            }
            session.undeclared(name, typeNames());
            return Kinds.UNKNOWN;
        }
        if (!symbol.get().isType()) {
            session.wrongKind(name, symbol.get(), "a type", Optional.empty());
            return Kinds.UNKNOWN;
        }
        return of(symbol.get());
    }

    /** The names of all types, for advice. */
    List<String> typeNames() {
        List<String> names = new ArrayList<>(List.of("bool"));
        session.symbols.all().stream()
                .filter(Symbol::isType)
                .forEach(s -> names.add(s.name().text()));
        return names;
    }

    private Type declared(Symbol symbol) {
        if (session.symbols.clashes(symbol.name().text())) {
            return Kinds.UNKNOWN;
        }
        Decl declaration = symbol.declaration();
        if (declaration instanceof Decl.Enumeration d) {
            return enumeration(d.name().text(), d.members());
        }
        if (declaration instanceof Decl.RecordType d) {
            return struct(d.name(), d.fields());
        }
        if (declaration instanceof Decl.Message d) {
            return struct(d.name(), d.fields());
        }
        if (declaration instanceof Decl.Index d) {
            return index(d.name(), d.size());
        }
        if (declaration instanceof Decl.Resource d) {
            return index(d.name(), d.size());
        }
        if (declaration instanceof Decl.Actor d) {
            return d.size()
                    .map(size -> index(d.name(), size))
                    .orElseGet(() -> new Type.Index(d.name().text(), 1, "1", true));
        }
        return Kinds.UNKNOWN;
    }

    private static Type.Enumeration enumeration(String name, List<EnumMemberSyntax> members) {
        return new Type.Enumeration(
                name, members.stream().map(m -> m.name().text()).distinct().toList());
    }

    private Type struct(Name name, List<FieldSyntax> fields) {
        Set<String> taken = new LinkedHashSet<>();
        List<Type.Field> all = new ArrayList<>();
        for (FieldSyntax field : fields) {
            session.symbols.once(field.name(), taken, Optional.empty());
            Type type = of(field.type());
            if (all.stream().noneMatch(f -> f.name().equals(field.name().text()))) {
                all.add(new Type.Field(field.name().text(), type));
            }
        }
        long parts = all.stream().mapToLong(f -> Kinds.parts(f.type()).size()).sum();
        if (parts > Limits.PARTS) {
            session.problems.say(
                    Code.B0412,
                    name.span(),
                    "the number of parts of `" + name + "`, with those of its fields,",
                    Integer.toString(Limits.PARTS),
                    Long.toString(parts));
            return Kinds.UNKNOWN;
        }
        return new Type.Struct(name.text(), all);
    }

    private Type index(Name name, ExprSyntax size) {
        OptionalInt value = session.constants.atLeast(1, "the number of members of `" + name + "`", size);
        Optional<Bound> text = value.isPresent() ? session.constants.bound(size) : Optional.empty();
        if (text.isEmpty()) {
            return Kinds.UNKNOWN;
        }
        Type.Index index =
                new Type.Index(name.text(), value.getAsInt(), text.get().text(), false);
        return session.domains.small(index, "`" + name + "`", size.span()) ? index : Kinds.UNKNOWN;
    }

    private Type range(TypeSyntax.Range range) {
        Optional<Bound> low = session.constants.bound(range.low());
        Optional<Bound> high = session.constants.bound(range.high());
        if (low.isEmpty() || high.isEmpty()) {
            return Kinds.UNKNOWN;
        }
        if (low.get().value() > high.get().value()) {
            session.problems.help(
                    Code.B0403,
                    range.span(),
                    "it is `" + low.get().value() + ".." + high.get().value() + "` under these parameters",
                    range.span().text());
            return Kinds.UNKNOWN;
        }
        return new Type.Range(low.get(), high.get());
    }

    private Type union(TypeSyntax.Union union) {
        List<Type.Struct> variants = new ArrayList<>();
        boolean sound = true;
        for (TypeSyntax alternative : union.alternatives()) {
            Type type = of(alternative);
            if (type instanceof Type.Struct struct) {
                if (variants.contains(struct)) {
                    session.problems.help(Code.B0202, alternative.span(), "say it once", struct.name());
                } else {
                    variants.add(struct);
                }
            } else if (Kinds.known(type)) {
                session.problems.help(
                        Code.B0311, alternative.span(), "only records and messages can", Kinds.name(type));
                sound = false;
            } else {
                sound = false;
            }
        }
        return sound ? union(variants) : Kinds.UNKNOWN;
    }

    /** The same variants are the same union, in whatever order they are written: that of their declarations. */
    private Type union(List<Type.Struct> variants) {
        if (variants.size() == 1) {
            return variants.getFirst();
        }
        List<Type.Struct> ordered = session.symbols.all().stream()
                .flatMap(s ->
                        variants.stream().filter(v -> v.name().equals(s.name().text())))
                .toList();
        String name = String.join(" | ", ordered.stream().map(Type.Struct::name).toList());
        Type.Union union = new Type.Union(name, ordered);
        unnamed.add(union);
        return union;
    }
}
