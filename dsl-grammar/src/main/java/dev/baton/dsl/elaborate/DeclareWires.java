package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.PathSyntax;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Channels, one for each direction, and IPIs. */
final class DeclareWires {
    private final Session session;
    private final OnDemand<Optional<Protocol.Channel>> channels;
    private final OnDemand<Optional<Protocol.Ipi>> ipis;

    DeclareWires(Session session) {
        this.session = session;
        this.channels = session.table();
        this.ipis = session.table();
    }

    /** All channels, in the order of the text, {@code c} before {@code c.reply}. */
    List<Protocol.Channel> channels() {
        List<Protocol.Channel> all = new ArrayList<>();
        for (Decl.Channel channel : session.program.all(Decl.Channel.class)) {
            channel(channel, false).ifPresent(all::add);
            if (channel.bothWays()) {
                channel(channel, true).ifPresent(all::add);
            }
        }
        return all;
    }

    /** All IPIs, in the order of the text. */
    List<Protocol.Ipi> ipis() {
        List<Protocol.Ipi> all = new ArrayList<>();
        session.program.all(Decl.Ipi.class).forEach(d -> ipi(d).ifPresent(all::add));
        return all;
    }

    /** The channel of a name; says so if there is none. */
    Optional<Protocol.Channel> channel(PathSyntax path) {
        Optional<Symbol> symbol = session.symbols.use(path.first().text());
        if (symbol.isEmpty()) {
            session.undeclared(path.first(), names(Decl.Channel.class));
            return Optional.empty();
        }
        if (!(symbol.get().declaration() instanceof Decl.Channel channel)) {
            session.wrongKind(path.first(), symbol.get(), "a channel", Optional.empty());
            return Optional.empty();
        }
        if (path.second().isPresent()) {
            Name second = path.second().get();
            if (!channel.bothWays() || !second.text().equals("reply")) {
                session.noPart(
                        "the channel `" + channel.name() + "`",
                        "direction",
                        second,
                        channel.bothWays() ? List.of("reply") : List.of());
                return Optional.empty();
            }
        }
        return channel(channel, path.second().isPresent());
    }

    /** The IPI of a name; says so if there is none. */
    Optional<Protocol.Ipi> ipi(Name name) {
        Optional<Symbol> symbol = session.symbols.use(name.text());
        if (symbol.isEmpty()) {
            session.undeclared(name, names(Decl.Ipi.class));
            return Optional.empty();
        }
        if (!(symbol.get().declaration() instanceof Decl.Ipi ipi)) {
            session.wrongKind(name, symbol.get(), "an IPI", Optional.empty());
            return Optional.empty();
        }
        return ipi(ipi);
    }

    /** The actor of a name; says so if there is none. */
    Optional<Decl.Actor> actor(Name name) {
        Optional<Symbol> symbol = session.symbols.use(name.text());
        if (symbol.isEmpty()) {
            session.undeclared(name, names(Decl.Actor.class));
            return Optional.empty();
        }
        if (!(symbol.get().declaration() instanceof Decl.Actor actor)) {
            session.wrongKind(name, symbol.get(), "a kernel, core or environment", Optional.empty());
            return Optional.empty();
        }
        return Optional.of(actor);
    }

    private Optional<Protocol.Channel> channel(Decl.Channel channel, boolean reply) {
        String name = channel.name() + (reply ? ".reply" : "");
        return channels.get(name, () -> declare(channel, name, reply), Optional::empty);
    }

    private Optional<Protocol.Channel> declare(Decl.Channel channel, String name, boolean reply) {
        Optional<Decl.Actor> from = actor(reply ? channel.to() : channel.from());
        Optional<Decl.Actor> to = actor(reply ? channel.from() : channel.to());
        Type carries = session.types.of(channel.carries());
        OptionalInt capacity = channel.capacity().isPresent()
                ? session.constants.capacity(
                        "the capacity of a channel", channel.capacity().get())
                : OptionalInt.of(1);
        if (channel.kind() == Protocol.Channel.Kind.LATEST && capacity.orElse(1) > 1) {
            ExprSyntax at = channel.capacity().orElseThrow();
            session.problems.help(
                    Code.B0404,
                    at.span(),
                    "a new message replaces the old one: leave `capacity` out",
                    at.span().text(),
                    "latest");
        }
        if (from.isEmpty() || to.isEmpty() || capacity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Protocol.Channel(
                name,
                session.types.members(from.get()),
                session.types.members(to.get()),
                carries,
                channel.kind(),
                capacity.getAsInt(),
                channel.doc(),
                channel.span()));
    }

    private Optional<Protocol.Ipi> ipi(Decl.Ipi ipi) {
        return ipis.get(ipi.name().text(), () -> declare(ipi), Optional::empty);
    }

    private Optional<Protocol.Ipi> declare(Decl.Ipi ipi) {
        Optional<Decl.Actor> target = actor(ipi.target());
        OptionalInt queued = ipi.queued().isPresent()
                ? session.constants.capacity(
                        "the number of queued deliveries", ipi.queued().get())
                : OptionalInt.of(1);
        if (target.isEmpty() || queued.isEmpty()) {
            return Optional.empty();
        }
        if (target.get().kind() == dev.baton.model.protocol.Actor.Kind.ENVIRONMENT) {
            session.problems.help(
                    Code.B0510, ipi.target().span(), "interrupt a kernel or a core, or use a channel", "interrupts");
            return Optional.empty();
        }
        return Optional.of(new Protocol.Ipi(
                ipi.name().text(),
                session.types.members(target.get()),
                ipi.nmi(),
                queued.getAsInt(),
                ipi.unordered(),
                ipi.doc(),
                ipi.span()));
    }

    private List<String> names(Class<? extends Decl> kind) {
        return session.symbols.all().stream()
                .filter(s -> kind.isInstance(s.declaration()))
                .map(s -> s.name().text())
                .toList();
    }
}
