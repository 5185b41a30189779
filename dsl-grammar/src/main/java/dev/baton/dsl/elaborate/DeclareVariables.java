package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Member;
import dev.baton.dsl.syntax.TypeSyntax;
import dev.baton.dsl.syntax.VariableSyntax;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Variables of memory and of actors, with their first values. */
final class DeclareVariables {
    /** The buffers of {@code memory tso} where nothing is said. */
    private static final int DEFAULT_BUFFER = 2;

    private final Session session;
    private final OnDemand<Variable> known;
    private final CheckFirstValues firstValues;

    DeclareVariables(Session session) {
        this.session = session;
        this.known = session.table();
        this.firstValues = new CheckFirstValues(session);
    }

    /** All of memory, in the order of the text. */
    List<Protocol.Memory> memory() {
        List<Protocol.Memory> all = new ArrayList<>();
        for (Decl.Memory memory : session.program.all(Decl.Memory.class)) {
            int buffer = buffer(memory);
            Protocol.Memory.Model model =
                    memory.model() == Decl.MemoryModel.SC ? Protocol.Memory.Model.SC : Protocol.Memory.Model.TSO;
            memory.variables().forEach(v -> all.add(new Protocol.Memory(memory(v), model, buffer)));
        }
        return all;
    }

    /** A variable of memory. */
    Variable memory(VariableSyntax syntax) {
        String name = syntax.name().text();
        return known.get(name, () -> shared(syntax), () -> {
            session.cycle(Code.B0406, syntax.name().span(), name);
            return unknown(syntax, name);
        });
    }

    /**
     * The variables of an actor by the names that its designer gave them, {@code state} first where there are states.
     */
    Map<String, Variable> of(Decl.Actor actor) {
        Map<String, Variable> all = new LinkedHashMap<>();
        own(actor, "state").filter(v -> Symbols.statesOf(actor).isPresent()).ifPresent(v -> all.put("state", v));
        for (Member member : actor.members()) {
            if (member instanceof Member.Var var) {
                String name = var.variable().name().text();
                own(actor, name).ifPresent(v -> all.put(name, v));
            }
        }
        return all;
    }

    /** The names that an actor's variables have. */
    static List<String> names(Decl.Actor actor) {
        List<String> names = new ArrayList<>();
        Symbols.statesOf(actor).ifPresent(s -> names.add("state"));
        for (Member member : actor.members()) {
            if (member instanceof Member.Var var) {
                names.add(var.variable().name().text());
            }
        }
        return names;
    }

    /** A variable of an actor. */
    Optional<Variable> own(Decl.Actor actor, String name) {
        if (!names(actor).contains(name)) {
            return Optional.empty();
        }
        String full = actor.name() + "." + name;
        return Optional.of(known.get(full, () -> own(actor, name, full), () -> {
            session.cycle(Code.B0406, actor.name().span(), full);
            return new Variable(
                    full,
                    Kinds.UNKNOWN,
                    Kinds.unknown(Span.NONE),
                    Variable.Role.PRIVATE,
                    Optional.empty(),
                    actor.name().span());
        }));
    }

    /** The type of a variable as it is written, keys included. */
    Type type(VariableSyntax syntax) {
        return map(keys(syntax), session.types.of(syntax.type()));
    }

    /** The first value of a variable as it is written. */
    Expr first(VariableSyntax syntax, Context context) {
        return first(syntax, keys(syntax), session.types.of(syntax.type()), context);
    }

    private Variable own(Decl.Actor actor, String name, String full) {
        Type.Index members = session.types.members(actor);
        Optional<Member.States> states = Symbols.statesOf(actor);
        if (states.isPresent() && name.equals("state")) {
            Type.Enumeration type = session.types.states(actor).orElseThrow();
            Expr first = new Expr.Literal(new Value.EnumMember(type, 0), type, Span.NONE);
            return made(
                    full,
                    members,
                    type,
                    first,
                    Variable.Role.PRIVATE,
                    states.get().doc(),
                    states.get().span());
        }
        VariableSyntax syntax = actor.members().stream()
                .filter(Member.Var.class::isInstance)
                .map(m -> ((Member.Var) m).variable())
                .filter(v -> v.name().text().equals(name))
                .findFirst()
                .orElseThrow();
        Context context = Context.of(Context.Kind.FIRST, Optional.of(actor));
        List<Type> keys = keys(syntax);
        Type entry = session.types.of(syntax.type());
        Expr first = first(syntax, keys, entry, context);
        Type type = map(keys, entry);
        return made(full, members, type, first, Variable.Role.PRIVATE, syntax.doc(), syntax.span());
    }

    /** A variable of an indexed actor is a map from its members. */
    private Variable made(
            String name,
            Type.Index members,
            Type type,
            Expr first,
            Variable.Role role,
            Optional<String> doc,
            Span span) {
        Type whole = members.single() ? type : new Type.MapOf(members, type);
        Expr init = members.single() ? first : mapOf("self", members, first, type);
        return firstValues.checked(new Variable(name, whole, init, role, doc, span));
    }

    private Variable shared(VariableSyntax syntax) {
        if (session.symbols.clashes(syntax.name().text())) {
            return unknown(syntax, syntax.name().text());
        }
        List<Type> keys = keys(syntax);
        Type entry = session.types.of(syntax.type());
        Expr first = first(syntax, keys, entry, Context.constant());
        Variable variable = new Variable(
                syntax.name().text(), map(keys, entry), first, Variable.Role.MEMORY, syntax.doc(), syntax.span());
        return firstValues.checked(variable);
    }

    private Expr first(VariableSyntax syntax, List<Type> keys, Type entry, Context context) {
        if (syntax.first().isEmpty()) {
            session.problems.help(
                    Code.B0411,
                    syntax.name().span(),
                    "say what it is at the beginning: `= …` behind its type",
                    syntax.name().text());
            return Kinds.unknown(syntax.name().span());
        }
        return first(syntax.first().get(), keys, entry, context);
    }

    /** One entry's value stands for all; a map is taken as it is. */
    private Expr first(ExprSyntax value, List<Type> keys, Type entry, Context context) {
        if (keys.isEmpty()) {
            return session.expressions.expect(value, entry, context);
        }
        Type key = keys.getFirst();
        List<Type> rest = keys.subList(1, keys.size());
        Type inner = map(rest, entry);
        if (value instanceof ExprSyntax.MapOf map) {
            Expr domain = session.expressions.collections.keys(map, context);
            if (Kinds.known(domain.type()) && !domain.type().equals(new Type.SetOf(key))) {
                session.problems.say(
                        Code.B0301,
                        map.domain().span(),
                        "`" + Kinds.name(key) + "`",
                        Kinds.name(((Type.SetOf) domain.type()).element()));
                return Kinds.unknown(map.span());
            }
            Bind.Bound bound = session.expressions.bind.local(map.key(), key, context);
            Expr body = first(map.value(), rest, entry, bound.context());
            Binder binder = new Binder(bound.name(), key, domain);
            return new Expr.Quantified(Quantifier.MAP, binder, body, new Type.MapOf(key, inner), map.span());
        }
        return mapOf(context.fresh().name("key"), key, first(value, rest, entry, context), inner);
    }

    private static Expr mapOf(String name, Type key, Expr body, Type value) {
        Binder binder = new Binder(name, key, new Expr.Domain(key, Span.NONE));
        return new Expr.Quantified(Quantifier.MAP, binder, body, new Type.MapOf(key, value), body.span());
    }

    private static Type map(List<Type> keys, Type entry) {
        Type type = entry;
        for (Type key : keys.reversed()) {
            type = new Type.MapOf(key, type);
        }
        return type;
    }

    private List<Type> keys(VariableSyntax syntax) {
        List<Type> keys = new ArrayList<>();
        for (TypeSyntax key : syntax.keys()) {
            keys.add(key(key));
        }
        return keys;
    }

    private Type key(TypeSyntax syntax) {
        Type type = session.types.of(syntax);
        boolean can = type instanceof Type.Range
                || type instanceof Type.Enumeration
                || type instanceof Type.Index
                || type instanceof Type.Bool;
        if (!can) {
            session.problems.help(
                    Code.B0308, syntax.span(), "keys are index types, enums, ranges and `bool`", Kinds.name(type));
            return Kinds.UNKNOWN;
        }
        return session.domains.small(type, "`" + type + "`", syntax.span()) ? type : Kinds.UNKNOWN;
    }

    private int buffer(Decl.Memory memory) {
        return switch (memory.model()) {
            case SC -> 0;
            case TSO -> {
                OptionalInt size = memory.buffer().isPresent()
                        ? session.constants.capacity(
                                "the capacity of a store buffer",
                                memory.buffer().get())
                        : OptionalInt.of(DEFAULT_BUFFER);
                yield size.orElse(DEFAULT_BUFFER);
            }
            case RELAXED -> {
                session.problems.help(
                        Code.B0701, memory.span(), "`memory tso` has store buffers; plain `memory` has none");
                yield 0;
            }
        };
    }

    private static Variable unknown(VariableSyntax syntax, String name) {
        return new Variable(
                name, Kinds.UNKNOWN, Kinds.unknown(syntax.span()), Variable.Role.MEMORY, syntax.doc(), syntax.span());
    }
}
