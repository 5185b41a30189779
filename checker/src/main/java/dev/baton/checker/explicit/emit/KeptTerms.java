package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which terms a method keeps in local variables, branch by branch, and which are worth it. */
final class KeptTerms {
    /** Terms cheaper than this are computed anew rather than kept. */
    private static final int WORTH_KEEPING = 12;

    /** The same for truth values, which are dearer to keep: a branch must make them numbers. */
    private static final int TRUTH_WORTH_KEEPING = 60;

    private final Map<Node, Integer> uses;
    private final Map<Node, Integer> costs = GuardTree.costs();
    private final Map<Node, Set<Node>> reached = new HashMap<>();
    private final Deque<Map<Node, Integer>> scopes = new ArrayDeque<>();
    private final Deque<Integer> tops = new ArrayDeque<>();
    private int top;

    /**
     * @param words where each word of the state is: the local variable, by index
     * @param roots all terms that will be asked for
     * @param top the first free local variable
     */
    KeptTerms(Map<Integer, Integer> words, Collection<Node> roots, int top) {
        this.uses = uses(roots);
        this.top = top;
        Map<Node, Integer> known = new HashMap<>();
        for (Node node : uses.keySet()) {
            if (node.opcode() == Opcode.WORD) {
                known.put(node, words.getOrDefault((int) node.immediate(0), -1));
            }
        }
        scopes.push(known);
    }

    /** The indexes of the words that terms read. */
    static Set<Integer> words(Collection<Node> roots) {
        Set<Integer> words = new TreeSet<>();
        for (Node node : uses(roots).keySet()) {
            if (node.opcode() == Opcode.WORD) {
                words.add((int) node.immediate(0));
            }
        }
        return words;
    }

    private static Map<Node, Integer> uses(Collection<Node> roots) {
        Map<Node, Integer> uses = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (uses.merge(node, 1, Integer::sum) == 1) {
                node.args().forEach(open::push);
            }
        }
        return uses;
    }

    /** A branch begins: what it keeps is forgotten at its {@link #leave end}. */
    void enter() {
        scopes.push(new HashMap<>());
        tops.push(top);
    }

    void leave() {
        scopes.pop();
        top = tops.pop();
    }

    /** A local variable for a term, its own to the end of the branch. */
    int keep(Node node) {
        int local = top;
        top += 2;
        scopes.getFirst().put(node, local);
        return local;
    }

    /** The local variable that holds a term. */
    Optional<Integer> kept(Node node) {
        for (Map<Node, Integer> scope : scopes) {
            Integer local = scope.get(node);
            if (local != null) {
                return Optional.of(local);
            }
        }
        return Optional.empty();
    }

    /** Whether a term is used more than once and worth a local variable. */
    boolean shared(Node node) {
        int worth = node.opcode().truth() ? TRUTH_WORTH_KEEPING : WORTH_KEEPING;
        return uses.getOrDefault(node, 1) > 1 && GuardTree.cost(node, costs) >= worth;
    }

    /** The shared terms that several arguments of a term are made of and that are not kept yet, arguments first. */
    List<Node> neededTwice(Node node) {
        Set<Node> seen = new HashSet<>();
        Map<Integer, Node> twice = new TreeMap<>();
        for (Node arg : node.args()) {
            for (Node below : reach(arg)) {
                if (!seen.add(below) && kept(below).isEmpty()) {
                    twice.put(below.id(), below);
                }
            }
        }
        return List.copyOf(twice.values());
    }

    /** The shared terms that a term is made of, itself included. */
    private Set<Node> reach(Node node) {
        Set<Node> known = reached.get(node);
        if (known != null) {
            return known;
        }
        Set<Node> found = new HashSet<>();
        for (Node arg : node.args()) {
            found.addAll(reach(arg));
        }
        if (shared(node) && node.opcode() != Opcode.WORD) {
            found.add(node);
        }
        reached.put(node, found);
        return found;
    }
}
