package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.PathSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Faults, and resources with their first owners. */
final class ElaborateFaults {
    private final Session session;

    ElaborateFaults(Session session) {
        this.session = session;
    }

    List<Protocol.Fault> faults() {
        List<Protocol.Fault> all = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Decl.Fault fault : session.program.all(Decl.Fault.class)) {
            String what = word(fault.kind()) + " " + fault.target().text();
            if (!taken.add(what)) {
                session.problems.help(
                        Code.B0202, fault.target().span(), "add up how often it may strike", "fault " + what);
            }
            Optional<String> target = target(fault);
            if (session.constants
                    .atLeast(0, "the number of times a fault strikes", fault.budget())
                    .isPresent()) {
                Bound budget = session.constants.bound(fault.budget()).orElseThrow();
                target.ifPresent(
                        t -> all.add(new Protocol.Fault(fault.kind(), t, budget.value(), budget.text(), fault.span())));
            }
        }
        return all;
    }

    List<Protocol.Resource> resources() {
        List<Protocol.Resource> all = new ArrayList<>();
        for (Decl.Resource resource : session.program.all(Decl.Resource.class)) {
            Symbol symbol = new Symbol(resource.name(), resource, Optional.empty());
            Optional<Expr> owner =
                    resource.owner().flatMap(o -> session.expressions.questions.actor(o, Context.constant()));
            if (session.types.of(symbol) instanceof Type.Index index) {
                all.add(new Protocol.Resource(index, owner, resource.doc(), resource.span()));
            }
        }
        return all;
    }

    /** How the text calls a fault. */
    static String word(Protocol.Fault.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> target(Decl.Fault fault) {
        PathSyntax path = fault.target();
        return switch (fault.kind()) {
            case CRASH, RESTART, HANG -> actor(fault);
            case LOSE -> {
                Optional<Symbol> symbol = session.symbols.find(path.first().text());
                boolean ipi =
                        symbol.filter(s -> s.declaration() instanceof Decl.Ipi).isPresent();
                if (ipi && path.second().isEmpty()) {
                    yield session.wires.ipi(path.first()).map(Protocol.Ipi::name);
                }
                if (symbol.isPresent() && !(symbol.get().declaration() instanceof Decl.Channel)) {
                    session.problems.help(
                            Code.B0608,
                            path.span(),
                            "messages of channels and IPIs are lost",
                            "lose",
                            path.text(),
                            symbol.get().word());
                    yield Optional.empty();
                }
                yield session.wires.channel(path).map(Protocol.Channel::name);
            }
            case DUPLICATE ->
                channel(fault, c -> c.kind() != Protocol.Channel.Kind.LATEST, "`latest` and holds one message");
            case REORDER ->
                channel(fault, c -> c.kind() == Protocol.Channel.Kind.FIFO, "not `fifo` and keeps no order");
        };
    }

    private Optional<String> actor(Decl.Fault fault) {
        PathSyntax path = fault.target();
        Optional<Decl.Actor> actor = session.wires.actor(path.first());
        if (actor.isEmpty()) {
            return Optional.empty();
        }
        if (path.second().isPresent()) {
            session.noPart("`" + path.first() + "`", "part", path.second().get(), List.of());
            return Optional.empty();
        }
        if (actor.get().kind() == Actor.Kind.ENVIRONMENT) {
            session.problems.help(
                    Code.B0608,
                    path.span(),
                    "what it does is never fair: it may stop at any time",
                    word(fault.kind()),
                    path.text(),
                    "an environment");
            return Optional.empty();
        }
        return actor.map(a -> a.name().text());
    }

    private Optional<String> channel(
            Decl.Fault fault, java.util.function.Predicate<Protocol.Channel> strikes, String what) {
        Optional<Protocol.Channel> channel = session.wires.channel(fault.target());
        if (channel.isPresent() && !strikes.test(channel.get())) {
            session.problems.say(
                    Code.B0608,
                    fault.target().span(),
                    word(fault.kind()),
                    channel.get().name(),
                    what);
            return Optional.empty();
        }
        return channel.map(Protocol.Channel::name);
    }
}
