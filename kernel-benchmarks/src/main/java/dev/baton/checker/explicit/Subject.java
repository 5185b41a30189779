package dev.baton.checker.explicit;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.layout.Packer;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.ReachableStates;
import dev.baton.checker.explicit.search.Search;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A protocol of the library, compiled, and a sample of its reachable states. */
public final class Subject {
    /** States of a sample. */
    public static final int SAMPLE = 4096;

    /** States that are found before the sample is taken: those near the first state are not like the others. */
    private static final long FOUND = 20_000;

    /** What is measured. */
    @SuppressWarnings("ImmutableEnumChecker") // Map.of gives maps that never change
    public enum Name {
        /** One word a state; three members that may be exchanged. */
        MAILBOX("bench/mailbox", Map.of("K", 2)),
        /** One word a state; three members that may be exchanged. */
        HAND("bench/hand", Map.of("R", 3, "K", 2, "A", 4)),
        /** One word a state, and steps that are enough. */
        COMMIT("classic/two_phase_commit", Map.of("RMS", 7)),
        /** Four words a state. */
        ELECTION("classic/leader_election", Map.of("N", 7));

        private final String file;
        private final Map<String, Integer> parameters;

        Name(String file, Map<String, Integer> parameters) {
            this.file = file;
            this.parameters = parameters;
        }
    }

    private final CompiledSystem system;
    private final Packer packer;
    private final long[] states;

    private Subject(Compiled compiled) {
        this.system = compiled.system();
        this.packer = compiled.packer();
        this.states = sample(compiled.system());
    }

    CompiledSystem system() {
        return system;
    }

    Packer packer() {
        return packer;
    }

    /**
     * {@link #SAMPLE} states, one behind the other, spread evenly over those found first; of fewer, each comes several
     * times.
     */
    long[] states() {
        return states;
    }

    /**
     * Compiles a protocol for all its properties that one state or one step decides.
     *
     * @param reduce whether as {@code check} does it, or for a search of every state
     * @throws IllegalStateException if there is no such protocol below {@code specs/}
     */
    public static Subject of(Name name, boolean reduce) {
        TransitionSystem system = lowered(name);
        List<Property> properties =
                system.properties().stream().filter(Subject::decidedAtOnce).toList();
        CheckRequest request = new CheckRequest(system, properties, 1, Optional.empty(), Optional.empty());
        return new Subject(Compiled.of(reduce ? request.reducing() : request));
    }

    private static TransitionSystem lowered(Name name) {
        Path file = Path.of("specs", name.file + ".baton");
        Diagnosed<LoadedFile> loaded = Frontend.load(file);
        Diagnosed<Protocol> protocol = Frontend.protocol(
                loaded.result().orElseThrow(() -> new IllegalStateException(file + ": " + loaded.diagnostics())),
                name.parameters);
        return Lowering.lower(
                protocol.result().orElseThrow(() -> new IllegalStateException(file + ": " + protocol.diagnostics())));
    }

    private static boolean decidedAtOnce(Property property) {
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER, STEP, DEADLOCK_FREE -> true;
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> false;
        };
    }

    private static long[] sample(CompiledSystem system) {
        SearchOptions options = SearchOptions.DEFAULT.withExact(true).withMostStates(FOUND);
        try (ReachableStates found = Search.run(system, options, Watch.NOBODY).states()) {
            long[] states = new long[SAMPLE * system.words()];
            for (int i = 0; i < SAMPLE; i++) {
                found.all().get(i * found.size() / SAMPLE, states, i * system.words());
            }
            return states;
        }
    }
}
