package dev.baton.runtime.step;

import dev.baton.runtime.Core;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Seat;
import dev.baton.runtime.StoreBuffers;
import dev.baton.runtime.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store buffers of a stepped machine (rule 9): one for each core, first in, first out, of bounded length. */
final class Buffers implements StoreBuffers {

    private record Entry(Words memory, int position, long value) {
        @SuppressWarnings("ReferenceEquality")
        boolean isTo(Words words, int at) {
            return memory == words && position == at;
        }
    }

    private final Map<Seat, List<Entry>> buffers = new HashMap<>();
    private Optional<Seat> seat = Optional.empty();
    private Optional<Core> core = Optional.empty();
    private List<Entry> before = List.of();

    /** From now on this core runs; without a seat (an environment) it has no buffer. */
    void run(Optional<Seat> runs, Core with) {
        seat = runs;
        core = Optional.of(with);
        before = List.copyOf(mine());
    }

    /** Takes back what the running core has stored since it runs. */
    void undo() {
        seat.ifPresent(s -> buffers.put(s, new ArrayList<>(before)));
    }

    private List<Entry> mine() {
        return seat.map(s -> buffers.computeIfAbsent(s, x -> new ArrayList<>())).orElse(List.of());
    }

    private Machine machine() {
        return core.orElseThrow().actor().machine();
    }

    @Override
    public long load(Words memory, int position) {
        for (Entry e : mine().reversed()) {
            if (e.isTo(memory, position)) {
                return e.value;
            }
        }
        return memory.get(position);
    }

    @Override
    public void store(Words memory, int position, long value) {
        if (seat.isEmpty()) {
            memory.set(position, value);
            return;
        }
        core.orElseThrow().room(1);
        mine().add(new Entry(memory, position, value));
    }

    @Override
    public void drain() {
        core.orElseThrow().fence();
    }

    /** Whether the running core's buffer holds nothing. */
    boolean isEmpty() {
        return mine().isEmpty();
    }

    /** Whether the running core's buffer takes so many more. */
    boolean hasRoom(int stores) {
        return seat.isEmpty() || mine().size() + stores <= machine().storeBuffer();
    }

    /** The oldest store of a core reaches memory; false if there is none. */
    boolean drain(Seat of) {
        List<Entry> entries = buffers.getOrDefault(of, List.of());
        if (entries.isEmpty()) {
            return false;
        }
        Entry oldest = entries.removeFirst();
        oldest.memory.set(oldest.position, oldest.value);
        return true;
    }

    List<Stepper.Store> stores(Seat of) {
        return buffers.getOrDefault(of, List.of()).stream()
                .map(e -> new Stepper.Store(e.memory.name(), e.position, e.value))
                .toList();
    }

    /** What all buffers hold, in the order of their seats' names. */
    String text() {
        StringBuilder text = new StringBuilder();
        buffers.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .sorted(java.util.Comparator.comparing(e -> e.getKey().toString()))
                .forEach(e -> {
                    text.append("buffer ").append(e.getKey()).append(" =");
                    e.getValue()
                            .forEach(s -> text.append(' ')
                                    .append(s.memory.name())
                                    .append('[')
                                    .append(s.position)
                                    .append("]:")
                                    .append(s.value));
                    text.append('\n');
                });
        return text.toString();
    }
}
