package dev.baton.cli.mutants;

import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Protocols that mutants are tried on, and with which parameters. */
final class Subjects {
    /** Small, and beside the kept ones: together they use all that the runtime has. */
    static final List<String> TRACED = List.of(
            "doorbell_tso", "tso", "mask", "interrupts", "shared_core", "offline_core", "channels", "lives", "faults",
            "ownership", "ipi", "channel_ends");

    private static final Map<String, Map<String, Integer>> TO_RUN = Map.of(
            "ring_published", Map.of("SENDERS", 5, "SLOTS", 4),
            "single_slot_full_flag", Map.of("SENDERS", 3, "MESSAGES", 3),
            "ring_reclaimed", Map.of("SENDERS", 3, "MESSAGES", 60, "SLOTS", 4, "CRASHES", 1),
            "live_update", Map.of("REQUESTS", 100_000_000, "PAGES", 2),
            "peterson_tso", Map.of("FENCED", 1));

    private final Path root;

    /** @param root of Baton's sources */
    Subjects(Path root) {
        this.root = root;
    }

    /** For traces. */
    Protocol traced(String name) {
        return protocol(name, name.equals("tso") ? Map.of("FENCE", 2) : Map.of());
    }

    /** For runs. */
    Protocol ran(String name) {
        return protocol(name, TO_RUN.getOrDefault(name, Map.of()));
    }

    private Protocol protocol(String name, Map<String, Integer> parameters) {
        Path file = Stream.of(
                        "specs/ipi",
                        "specs/handover",
                        "specs/classic",
                        "cli/src/test/resources/semantics",
                        "cli/src/test/resources/mutants")
                .map(below -> root.resolve(below).resolve(name + ".baton"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name + ".baton"));
        return Frontend.load(file)
                .result()
                .flatMap(loaded -> Frontend.protocol(loaded, parameters).result())
                .orElseThrow();
    }
}
