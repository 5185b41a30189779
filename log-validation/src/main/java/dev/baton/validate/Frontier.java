package dev.baton.validate;

import dev.baton.model.system.ErrorSite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * All ways to explain the events so far, but for ways that differ only in the order of steps that have nothing to do
 * with each other. An event is taken as late as it can be: when it must have been, or just before one that depends on
 * it (G. Lowe, Testing for linearizability, 2017: just-in-time linearization).
 */
final class Frontier {
    private final Watched watched;
    private final List<Work> hidden;
    private final int limit;
    private final BooleanSupplier cancelled;
    private List<Node> nodes;
    private List<Node> last;
    private final Set<ErrorSite> errors = new LinkedHashSet<>();
    private long steps;

    /**
     * @param hidden steps that no event tells of
     * @param limit of nodes that are looked at for one event
     */
    Frontier(Situation first, Watched watched, List<Work> hidden, int limit, BooleanSupplier cancelled) {
        this.watched = watched;
        this.hidden = List.copyOf(hidden);
        this.limit = limit;
        this.cancelled = cancelled;
        this.nodes = List.of(new Node(first, 0, watched.violated(first), 0));
        this.last = nodes;
    }

    /** What became of it. */
    enum Result {
        ALIVE,
        /** No way is left. */
        EMPTY,
        TOO_LARGE,
        CANCELLED
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The nodes before the last change. */
    List<Node> before() {
        return last;
    }

    /** The errors (rule 3) that the last change would have led to. */
    Collection<ErrorSite> errors() {
        return List.copyOf(errors);
    }

    /** How many steps of the model were tried. */
    long steps() {
        return steps;
    }

    /** An event may be taken from now on. */
    void open(Slot slot) {
        List<Node> opened = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            opened.add(new Node(node.situation(), node.pending() | slot.bit(), node.broken(), node.hidden()));
        }
        nodes = opened;
    }

    /** Only those nodes are left that are as an event expects it. */
    Result keep(Slot slot) {
        last = nodes;
        errors.clear();
        List<Node> kept = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if ((node.pending() & slot.bit()) == 0 || slot.meets(node.situation())) {
                kept.add(node);
            }
        }
        nodes = kept;
        if (kept.isEmpty()) {
            return Result.EMPTY;
        }
        slot.makeSure();
        return Result.ALIVE;
    }

    /** Bits of the properties that every way violates. */
    long brokenInAll() {
        long all = -1;
        for (Node node : nodes) {
            all &= node.broken();
            if (all == 0) {
                return 0;
            }
        }
        return all;
    }

    /** Bits of the slots that some way has not taken. */
    long pending() {
        long any = 0;
        for (Node node : nodes) {
            any |= node.pending();
        }
        return any;
    }

    /** The fewest hidden steps of a way. */
    OptionalLong hidden() {
        return nodes.stream().mapToLong(Node::hidden).min();
    }

    /**
     * An event has been taken by now.
     *
     * @param open all slots
     */
    Result close(Slot slot, Collection<Slot> open) {
        last = nodes;
        errors.clear();
        Closing closing = new Closing(slot, open);
        Result result = closing.run();
        nodes = List.copyOf(closing.done.values());
        return result == Result.ALIVE && nodes.isEmpty() ? Result.EMPTY : result;
    }

    private final class Closing {
        private final Slot target;
        private final List<Slot> related = new ArrayList<>();
        private final List<Work> unseen = new ArrayList<>();
        private final Map<Node, Node> done = new LinkedHashMap<>();
        private final Map<Node, Node> visited = new HashMap<>();
        private final Deque<Node> stack = new ArrayDeque<>();

        Closing(Slot target, Collection<Slot> open) {
            this.target = target;
            relate(open);
        }

        /** What may matter before the target: what it depends on, what that depends on, and so on. */
        private void relate(Collection<Slot> open) {
            List<Slot> others = new ArrayList<>(open);
            List<Work> steps = new ArrayList<>(hidden);
            related.add(target);
            others.remove(target);
            boolean more = true;
            while (more) {
                more = others.removeIf(slot -> {
                    boolean matters =
                            matters(slot.work()) || related.stream().anyMatch(r -> (r.before() & slot.bit()) != 0);
                    if (matters) {
                        related.add(slot);
                    }
                    return matters;
                });
                more |= steps.removeIf(work -> {
                    boolean matters = matters(work);
                    if (matters) {
                        unseen.add(work);
                    }
                    return matters;
                });
            }
        }

        private boolean matters(Work work) {
            for (Slot slot : related) {
                if (slot.work().dependsOn(work)) {
                    return true;
                }
            }
            for (Work other : unseen) {
                if (other.dependsOn(work)) {
                    return true;
                }
            }
            return false;
        }

        Result run() {
            for (Node node : nodes) {
                if ((node.pending() & target.bit()) == 0) {
                    done.merge(node, node, Node::merged);
                } else {
                    visit(node);
                }
            }
            int looked = 0;
            while (!stack.isEmpty()) {
                if (++looked % 256 == 0 && cancelled.getAsBoolean()) {
                    return Result.CANCELLED;
                }
                if (visited.size() + done.size() > limit) {
                    return Result.TOO_LARGE;
                }
                expand(stack.pop());
            }
            return Result.ALIVE;
        }

        private void expand(Node stacked) {
            Node node = visited.getOrDefault(stacked, stacked);
            for (Slot slot : related) {
                if (slot.mayBeNext(node)) {
                    long pending = node.pending() & ~slot.bit() & ~slot.victims();
                    take(node, slot.work(), pending, 0);
                }
            }
            for (Work work : unseen) {
                take(node, work, node.pending(), 1);
            }
        }

        private void take(Node node, Work work, long pending, int unseenSteps) {
            if (work.nothing()) {
                reached(new Node(node.situation(), pending, node.broken(), node.hidden()));
            }
            for (Work.Offer offer : work.offers()) {
                for (Outcome outcome : offer.table().outcomes(node.situation(), offer.arguments())) {
                    steps++;
                    if (outcome.error().isPresent()) {
                        errors.add(outcome.error().get());
                        continue;
                    }
                    Situation after = outcome.after(node.situation());
                    long broken = node.broken() | watched.violated(node.situation(), after, work.visible());
                    reached(new Node(after, pending, broken, node.hidden() + unseenSteps));
                }
            }
        }

        private void reached(Node node) {
            if ((node.pending() & target.bit()) == 0) {
                done.merge(node, node, Node::merged);
            } else {
                visit(node);
            }
        }

        private void visit(Node node) {
            Node known = visited.get(node);
            if (known == null) {
                visited.put(node, node);
                stack.push(node);
            } else if (!known.covers(node)) {
                Node merged = known.merged(node);
                visited.put(merged, merged);
                stack.push(merged);
            }
        }
    }
}
