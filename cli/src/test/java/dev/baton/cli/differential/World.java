package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a random protocol declares, while it is drawn. */
final class World {
    /** What a protocol may be about; each has some. */
    enum Feature {
        MEMORY,
        STORE_BUFFERS,
        CHANNELS,
        IPIS,
        STATES,
        ACTIONS,
        FAULTS,
        RESOURCES,
        LIVES,
        CORES,
        ENVIRONMENTS,
        DATA,
        PROCEDURES,
        FUNCTIONS,
        TIMEOUTS;

        /** How kernels on one machine talk, and what goes wrong then. */
        static final List<Feature> DOMAIN = List.of(STORE_BUFFERS, CHANNELS, IPIS, FAULTS, RESOURCES);
    }

    private static final List<String> ODD_NAMES = List.of(
            "Next",
            "vars",
            "Init",
            "Spec",
            "Nat",
            "Len",
            "Tail",
            "Head",
            "Seq",
            "DOMAIN",
            "EXCEPT",
            "LET",
            "error",
            "buffer",
            "value",
            "k",
            "r",
            "sender",
            "Error",
            "TypeOK",
            "Int",
            "Append",
            "CHOOSE",
            "UNCHANGED",
            "other",
            "Range",
            "Live",
            "off",
            "count",
            "to",
            "from",
            "step",
            "after1",
            "Bag",
            "Cardinality",
            "TRUE",
            "ENABLED");

    final Choices choices;
    final EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
    final List<Type> types = new ArrayList<>();
    final List<Type.Struct> messages = new ArrayList<>();
    final List<Type.Index> plainIndexes = new ArrayList<>();
    final List<Type.Index> resources = new ArrayList<>();
    final List<Param> params = new ArrayList<>();
    final List<Var> memory = new ArrayList<>();
    final List<Channel> channels = new ArrayList<>();
    final List<Ipi> ipis = new ArrayList<>();
    final List<Actor> actors = new ArrayList<>();
    final List<Function> functions = new ArrayList<>();
    final List<Procedure> procedures = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    World(Choices choices) {
        this.choices = choices;
    }

    /** A parameter or constant. */
    record Param(String name, int value) {}

    /** A variable; {@code type} has its maps. */
    record Var(String name, Type type) {}

    /** One direction of a channel. */
    record Channel(String name, Actor from, Actor to, Type element, Kind kind, int capacity) {
        enum Kind {
            FIFO,
            UNORDERED,
            LATEST
        }
    }

    record Ipi(String name, Actor target, boolean nmi) {}

    record Function(String name, List<Type> parameters, Type result) {}

    record Procedure(String name, List<Type> parameters) {}

    /** A label in a task or handler. */
    record Label(String unit, String name) {}

    /** A kernel, core or environment. */
    static final class Actor {
        final String kind;
        final Type.Index index;
        final List<Var> variables = new ArrayList<>();
        final List<String> states = new ArrayList<>();
        final List<String> tasks = new ArrayList<>();
        final List<Label> labels = new ArrayList<>();
        boolean initiallyOff;
        boolean started;

        Actor(String kind, Type.Index index) {
            this.kind = kind;
            this.index = index;
        }

        String name() {
            return index.name();
        }

        boolean single() {
            return index.single();
        }

        boolean environment() {
            return kind.equals("environment");
        }
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** A name that nothing has yet, now and then one that means something to TLA+ or to the lowering. */
    String name(String prefix) {
        if (choices.chance(4)) {
            String odd = choices.of(ODD_NAMES);
            if (taken.add(odd)) {
                return odd;
            }
        }
        return fresh(prefix);
    }

    /** The first name with a prefix that nothing has yet. */
    String fresh(String prefix) {
        for (int i = 0; ; i++) {
            if (taken.add(prefix + i)) {
                return prefix + i;
            }
        }
    }

    /** Whether an expression may touch memory or a channel. */
    boolean touches(String text) {
        return text.contains("contents(") || memory.stream().anyMatch(v -> text.contains(v.name()));
    }

    Optional<Actor> actor(Type type) {
        return actors.stream().filter(a -> a.index.equals(type)).findFirst();
    }

    /** All index types. */
    List<Type.Index> indexes() {
        List<Type.Index> all = new ArrayList<>(plainIndexes);
        all.addAll(resources);
        actors.forEach(a -> all.add(a.index));
        return all;
    }
}
