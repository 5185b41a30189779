package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that stand for a protocol's domain: what is in channels, pending, masked, buffered, alive, owned, and
 * where control is. Each exists only if something needs it.
 */
final class World {

    /** Members of the type of life variables. */
    static final Type.Enumeration LIFE =
            new Type.Enumeration("life of an actor", List.of("off", "live", "crashed", "hung"));

    final Protocol protocol;
    final Names names;
    final Sites sites = new Sites();
    final Coverables coverables = new Coverables();
    final Map<String, Variable> channels = new LinkedHashMap<>();
    final Map<String, Variable> pending = new LinkedHashMap<>();
    final Map<String, Variable> masked = new LinkedHashMap<>();
    final Map<String, Variable> life = new LinkedHashMap<>();
    final Map<String, Variable> owners = new LinkedHashMap<>();
    final Map<Protocol.Fault, Variable> budgets = new LinkedHashMap<>();
    final Map<String, Control> controls = new LinkedHashMap<>();
    final Optional<Type.Union> holder;
    final Buffers buffers;

    World(Protocol protocol) {
        this.protocol = protocol;
        this.names = new Names(protocol);
        this.holder = protocol.resources().isEmpty() ? Optional.empty() : Optional.of(holders(protocol));
        this.buffers = new Buffers(protocol, names);
        Usage usage = Usage.of(protocol);
        for (Protocol.Channel c : protocol.channels()) {
            channels.put(c.name(), channel(c));
        }
        for (Protocol.Ipi i : protocol.ipis()) {
            Type one = i.queued() == 1 ? Type.BOOL : Type.Range.of(0, i.queued());
            Value none = i.queued() == 1 ? Value.FALSE : Value.of(0);
            pending.put(i.name(), perMember(i.name(), i.target(), one, none, Variable.Role.PENDING, i.doc(), i.span()));
            if (usage.masked().contains(i.name())) {
                Variable mask = perMember(
                        names.variable(i.name() + ".masked"),
                        i.target(),
                        Type.BOOL,
                        Value.FALSE,
                        Variable.Role.MASK,
                        Optional.empty(),
                        i.span());
                masked.put(i.name(), mask);
            }
        }
        for (Actor a : protocol.actors()) {
            if (a.initiallyOff() || usage.mortal().contains(a.name())) {
                Value first = lifeValue(a.initiallyOff() ? "off" : "live");
                String name = names.variable(a.name() + ".life");
                life.put(
                        a.name(),
                        perMember(name, a.index(), LIFE, first, Variable.Role.LIFE, Optional.empty(), a.span()));
            }
        }
        for (Protocol.Resource r : protocol.resources()) {
            owners.put(r.index().name(), owner(r));
        }
        for (Protocol.Fault f : protocol.faults()) {
            budgets.put(f, budget(f));
        }
    }

    private static Type.Union holders(Protocol protocol) {
        List<Type.Struct> variants = new ArrayList<>();
        for (Actor a : protocol.actors()) {
            List<Type.Field> fields = a.index().single() ? List.of() : List.of(new Type.Field("id", a.index()));
            variants.add(new Type.Struct(a.name(), fields));
        }
        return new Type.Union("holder of a resource", variants);
    }

    private static Variable perMember(
            String name,
            Type.Index index,
            Type type,
            Value first,
            Variable.Role role,
            Optional<String> doc,
            Span span) {
        Expr init = Exprs.literal(first, type);
        return new Variable(
                name, index.single() ? type : new Type.MapOf(index, type), each(index, init), role, doc, span);
    }

    /** A map that gives every member the same; the value itself for a single actor. */
    static Expr each(Type.Index index, Expr value) {
        return index.single() ? value : mapOf("k", index, value);
    }

    static Expr mapOf(String name, Type key, Expr value) {
        Binder binder = new Binder(name, key, new Expr.Domain(key, Span.NONE));
        return new Expr.Quantified(Quantifier.MAP, binder, value, new Type.MapOf(key, value.type()), Span.NONE);
    }

    private static Variable channel(Protocol.Channel c) {
        Type queue = switch (c.kind()) {
            case FIFO -> new Type.Seq(c.element(), c.capacity());
            case UNORDERED -> new Type.Bag(c.element(), c.capacity());
            case LATEST -> new Type.Seq(c.element(), 1);
        };
        Type type = c.to().single() ? queue : new Type.MapOf(c.to(), queue);
        Expr init = Exprs.literal(Domain.first(queue), queue);
        init = c.to().single() ? init : mapOf("receiver", c.to(), init);
        init = c.from().single() ? init : mapOf("sender", c.from(), init);
        type = c.from().single() ? type : new Type.MapOf(c.from(), type);
        return new Variable(c.name(), type, init, Variable.Role.CHANNEL, c.doc(), c.span());
    }

    private Variable owner(Protocol.Resource r) {
        Type option = new Type.Option(holder.orElseThrow());
        Expr first = r.owner()
                .map(o -> Exprs.apply(dev.baton.model.expr.Op.SOME, option, holderOf(o)))
                .orElse(Exprs.literal(Value.NONE, option));
        Type type = new Type.MapOf(r.index(), option);
        Expr init = mapOf("r", r.index(), first);
        return new Variable(
                names.variable(r.index().name() + ".owner"), type, init, Variable.Role.OWNER, r.doc(), r.span());
    }

    private Variable budget(Protocol.Fault f) {
        String name = names.variable(f.kind().name().toLowerCase(java.util.Locale.ROOT) + "." + f.target() + ".left");
        Type type = new Type.Range(
                dev.baton.model.type.Bound.of(0), new dev.baton.model.type.Bound(f.budget(), f.budgetText()));
        Expr init = Exprs.literal(Value.of(f.budget()), type);
        return new Variable(name, type, init, Variable.Role.BUDGET, Optional.empty(), f.span());
    }

    static Value lifeValue(String word) {
        return new Value.EnumMember(LIFE, LIFE.members().indexOf(word));
    }

    /** A holder from an expression of an actor's index type. */
    Expr holderOf(Expr member) {
        Type.Index index = (Type.Index) member.type();
        Type.Struct variant = holder.orElseThrow().variant(index.name()).orElseThrow();
        return new Expr.Make(variant, index.single() ? List.of() : List.of(member), Span.NONE);
    }

    /** {@code variable[member]}, or the variable itself for a single actor. */
    static Expr of(Expr map, Type.Index index, Expr member) {
        return index.single() ? map : Exprs.at(map, member);
    }

    /** The map with a member's entry changed; the value itself for a single actor. */
    static Expr set(Expr map, Type.Index index, Expr member, Expr value) {
        return index.single() ? value : Exprs.put(map, member, value);
    }

    /** Whether a member of an actor is in one of these lives; true for one that always lives. */
    Expr lives(String actor, Expr member, String... words) {
        Variable v = life.get(actor);
        if (v == null) {
            return List.of(words).contains("live") ? Expr.TRUE : Expr.FALSE;
        }
        Expr now = of(Exprs.read(v), protocol.actor(actor).index(), member);
        List<Expr> any = new ArrayList<>();
        for (String word : words) {
            any.add(Exprs.eq(now, Exprs.literal(lifeValue(word), LIFE)));
        }
        return Exprs.or(any);
    }

    /** Whether the core that an actor is placed on is switched on; true for one that is only a number, or its own. */
    Expr coreLives(Actor actor, Core core) {
        boolean placed = core instanceof Core.Own own && !own.index().name().equals(actor.name());
        return placed && core instanceof Core.Own own ? lives(own.index().name(), own.member(), "live") : Expr.TRUE;
    }

    /** A single member of an index type as an expression. */
    static Expr only(Type.Index index) {
        return Exprs.literal(new Value.Member(index, 0), index);
    }

    Optional<Actor> actorOf(Type.Index index) {
        return protocol.actors().stream()
                .filter(a -> a.name().equals(index.name()))
                .findFirst();
    }

    /** What a map has for a name that is surely there. */
    static <T> T the(Map<String, T> map, String name) {
        T found = map.get(name);
        if (found == null) {
            throw new IllegalStateException("nothing is called " + name);
        }
        return found;
    }

    /** All variables, in the order in which a reader wants them. */
    List<Variable> variables() {
        List<Variable> all = new ArrayList<>();
        protocol.variables().forEach(m -> all.add(m.variable()));
        buffers.variables().forEach(all::add);
        all.addAll(channels.values());
        for (String ipi : pending.keySet()) {
            all.add(pending.get(ipi));
            Variable mask = masked.get(ipi);
            if (mask != null) {
                all.add(mask);
            }
        }
        all.addAll(owners.values());
        for (Actor a : protocol.actors()) {
            Variable alive = life.get(a.name());
            if (alive != null) {
                all.add(alive);
            }
            all.addAll(a.variables());
            for (Control c : controls.values()) {
                if (c.actor().name().equals(a.name())) {
                    c.variable().ifPresent(all::add);
                    c.locals().values().forEach(l -> all.add(l.variable()));
                }
            }
        }
        all.addAll(budgets.values());
        return all;
    }
}
