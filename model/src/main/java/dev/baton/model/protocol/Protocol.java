package dev.baton.model.protocol;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A protocol as written, for one choice of parameters: names resolved, types known, {@code import}, {@code proc},
 * {@code states}/{@code goto} and shadowed names gone; control flow, channels, IPIs, memory models and faults still
 * there.
 *
 * <p>Invariants: every {@link Variable} name is unique; every local name is unique within its task, handler or action;
 * only expressions that rule 5 allows stand in a task or handler.
 *
 * @param types named types, each after those it uses
 * @param texts of the named types that were declared, by name
 * @param variables of {@code memory}; the private ones are with their actors
 * @param properties INVARIANT, LEMMA, STEP, COVER and liveness as written (an {@code until} is an {@link Until})
 * @param terminals the {@code terminal} conditions; stopping is right where any holds
 */
public record Protocol(
        String name,
        Optional<String> doc,
        SourceFile source,
        List<TransitionSystem.Parameter> parameters,
        List<Type> types,
        Map<String, TypeText> texts,
        List<Definition> definitions,
        List<Memory> variables,
        List<Resource> resources,
        List<Channel> channels,
        List<Ipi> ipis,
        List<Actor> actors,
        List<Fault> faults,
        List<Property> properties,
        List<Until> untils,
        List<Expr> terminals) {

    public Protocol {
        parameters = List.copyOf(parameters);
        types = List.copyOf(types);
        texts = Map.copyOf(texts);
        definitions = List.copyOf(definitions);
        variables = List.copyOf(variables);
        resources = List.copyOf(resources);
        channels = List.copyOf(channels);
        ipis = List.copyOf(ipis);
        actors = List.copyOf(actors);
        faults = List.copyOf(faults);
        properties = List.copyOf(properties);
        untils = List.copyOf(untils);
        terminals = List.copyOf(terminals);
    }

    /**
     * What the designer wrote of a named type.
     *
     * @param word that declares it: {@code record}, {@code message} or {@code enum}
     * @param parts of its fields or members, by name, where something is said of them
     */
    public record TypeText(String word, Optional<String> doc, Map<String, String> parts, Span span) {
        public TypeText {
            parts = Map.copyOf(parts);
        }
    }

    /** A variable in shared memory and the memory model it is under; {@code buffer} is the store buffers' capacity. */
    public record Memory(Variable variable, Model model, int buffer) {
        public enum Model {
            SC,
            TSO
        }
    }

    /**
     * {@code resource R[n] owned by K}: {@code owner} is an expression of an index type (an actor's), if there is one.
     */
    public record Resource(Type.Index index, Optional<Expr> owner, Optional<String> doc, Span span) {}

    /**
     * One direction of a channel: a queue for each pair of a sender and a receiver. {@code c: A <-> B} is two of these,
     * {@code c} from A to B and {@code c.reply} from B to A.
     *
     * @param name as written: {@code ctl}, {@code ctl.reply}
     * @param element what it carries; a {@link Type.Union} where it is several messages
     */
    public record Channel(
            String name,
            Type.Index from,
            Type.Index to,
            Type element,
            Kind kind,
            int capacity,
            Optional<String> doc,
            Span span) {
        public enum Kind {
            FIFO,
            UNORDERED,
            LATEST
        }
    }

    /**
     * An IPI vector with one pending bit a target.
     *
     * @param queued how many deliveries may be pending; 1 is the plain bit
     * @param unordered whether it may overtake the sender's store buffer
     */
    public record Ipi(
            String name,
            Type.Index target,
            boolean nmi,
            int queued,
            boolean unordered,
            Optional<String> doc,
            Span span) {}

    /** A declared fault. */
    public record Fault(Kind kind, String target, int budget, String budgetText, Span span) {
        public enum Kind {
            /** of an actor */
            CRASH,
            /** of an actor that crashed */
            RESTART,
            /** of an actor */
            HANG,
            /** of a channel's message or a pending IPI */
            LOSE,
            /** of a channel's message */
            DUPLICATE,
            /** of two neighbours in a fifo channel */
            REORDER
        }
    }

    /** {@code liveness N: P until Q}. */
    public record Until(String name, Expr hold, Expr goal, Optional<String> doc, Span span) {}

    public Actor actor(String name) {
        return actors.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    public Channel channel(String name) {
        return channels.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    public Ipi ipi(String name) {
        return ipis.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
    }
}
