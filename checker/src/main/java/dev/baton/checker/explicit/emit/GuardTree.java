package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.program.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The guards of many instances as a decision: what many of them ask is asked once, and where many compare one term with
 * different constants, the term decides at once which of them may go on.
 */
sealed interface GuardTree {

    /** An instance, and what is left to ask of it. */
    record Leaf(Instance instance, List<Node> rest) implements GuardTree {}

    /** One after the other. */
    record Sequence(List<GuardTree> parts) implements GuardTree {}

    /** The tree if the condition is true, else nothing. */
    record Test(Node condition, GuardTree then) implements GuardTree {}

    /** The tree of the key's value, if there is one. */
    record Switch(Node key, Map<Integer, GuardTree> cases) implements GuardTree {}

    /** What a method of its own does. */
    record Call(String method) implements GuardTree {}

    static GuardTree of(List<Instance> instances) {
        return build(instances.stream()
                .map(i -> new Item(i, new LinkedHashSet<>(i.guard())))
                .toList());
    }

    /** An instance and what is still to ask. */
    record Item(Instance instance, Set<Node> rest) {
        Item without(Node asked) {
            Set<Node> less = new LinkedHashSet<>(rest);
            less.remove(asked);
            return new Item(instance, less);
        }
    }

    private static GuardTree build(List<Item> items) {
        List<GuardTree> parts = new ArrayList<>();
        List<Item> left = items;
        while (left.size() > 1) {
            Map<Node, List<Item>> byCondition = new LinkedHashMap<>();
            Map<Node, List<Item>> byKey = new LinkedHashMap<>();
            for (Item item : left) {
                for (Node condition : item.rest) {
                    byCondition
                            .computeIfAbsent(condition, _ -> new ArrayList<>())
                            .add(item);
                    if (comparison(condition)) {
                        byKey.computeIfAbsent(condition.arg(0), _ -> new ArrayList<>())
                                .add(item);
                    }
                }
            }
            if (byCondition.isEmpty()) {
                break;
            }
            Node condition = mostAsked(byCondition);
            Node key = byKey.isEmpty() ? condition : mostAsked(byKey);
            List<Item> asking = byCondition.getOrDefault(condition, List.of());
            List<Item> comparing = byKey.getOrDefault(key, List.of());
            if (comparing.size() > asking.size() && comparing.size() > 2) {
                parts.add(select(key, comparing));
                left = minus(left, comparing);
            } else if (asking.size() > 1) {
                Node asked = condition;
                parts.add(new Test(
                        asked, build(asking.stream().map(i -> i.without(asked)).toList())));
                left = minus(left, asking);
            } else {
                break;
            }
        }
        left.forEach(item -> parts.add(new Leaf(item.instance, List.copyOf(item.rest))));
        return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
    }

    /** Whether a condition compares what can be switched on, an {@code int}, with a constant. */
    private static boolean comparison(Node condition) {
        return condition.opcode() == Opcode.EQ
                && condition.arg(1).constant()
                && condition.arg(0).low() >= Integer.MIN_VALUE
                && condition.arg(0).high() <= Integer.MAX_VALUE;
    }

    private static Node mostAsked(Map<Node, List<Item>> by) {
        Node best = by.keySet().stream().findFirst().orElseThrow();
        for (Map.Entry<Node, List<Item>> entry : by.entrySet()) {
            if (entry.getValue().size() > by.getOrDefault(best, List.of()).size()) {
                best = entry.getKey();
            }
        }
        return best;
    }

    private static GuardTree select(Node key, List<Item> items) {
        Map<Integer, List<Item>> byValue = new TreeMap<>();
        for (Item item : items) {
            for (Node condition : item.rest) {
                if (comparison(condition) && condition.arg(0) == key) {
                    byValue.computeIfAbsent((int) condition.arg(1).value(), _ -> new ArrayList<>())
                            .add(item.without(condition));
                    break;
                }
            }
        }
        Map<Integer, GuardTree> cases = new TreeMap<>();
        byValue.forEach((value, list) -> cases.put(value, build(list)));
        return new Switch(key, cases);
    }

    private static List<Item> minus(List<Item> all, List<Item> gone) {
        Set<Instance> numbers = new LinkedHashSet<>();
        gone.forEach(i -> numbers.add(i.instance));
        return all.stream().filter(i -> !numbers.contains(i.instance)).toList();
    }

    /** All terms that the tree asks or computes, for finding out which are shared. */
    default List<Node> roots() {
        return switch (this) {
            case Leaf t -> {
                List<Node> roots = new ArrayList<>(t.rest);
                t.instance.checks().forEach(c -> {
                    roots.add(c.holds());
                    roots.addAll(c.words());
                });
                roots.addAll(t.instance.words());
                yield roots;
            }
            case Call t -> List.of();
            case Sequence t -> t.parts.stream().flatMap(p -> p.roots().stream()).toList();
            case Test t -> {
                List<Node> roots = new ArrayList<>(t.then.roots());
                roots.add(t.condition);
                yield roots;
            }
            case Switch t -> {
                List<Node> roots = new ArrayList<>();
                roots.add(t.key);
                t.cases.values().forEach(c -> roots.addAll(c.roots()));
                yield roots;
            }
        };
    }

    /** Bytes of code, roughly and not too few. */
    default int size(Map<Node, Integer> known) {
        return switch (this) {
            case Leaf t -> {
                int size = 20;
                for (Node node : roots()) {
                    size += 8 + cost(node, known);
                }
                yield size;
            }
            case Call t -> 16;
            case Sequence t -> t.parts.stream().mapToInt(p -> p.size(known)).sum();
            case Test t -> 6 + cost(t.condition, known) + t.then.size(known);
            case Switch t ->
                16
                        + cost(t.key, known)
                        + t.cases.values().stream()
                                .mapToInt(c -> 12 + c.size(known))
                                .sum();
        };
    }

    /** Bytes of code of a term, every use counted. */
    static int cost(Node node, Map<Node, Integer> known) {
        Integer found = known.get(node);
        if (found != null) {
            return found;
        }
        long sum = switch (node.opcode()) {
            case CONST -> 3;
            case WORD -> 2;
            case FIELD -> 7;
            case CONCAT -> 6L * node.args().size();
            case ADD, MUL, AND, OR -> 1;
            case DIV, MOD, SHL, SHR, ANDNOT, COUNT -> 4;
            case EQ, LT, NOT, CHOOSE -> 8;
            case ALL, ANY -> 4L * node.args().size();
        };
        for (Node arg : node.args()) {
            sum += cost(arg, known);
        }
        int cost = (int) Math.min(sum, 1 << 20);
        known.put(node, cost);
        return cost;
    }

    /** An empty table for {@link #size}. */
    static Map<Node, Integer> costs() {
        return new HashMap<>();
    }
}
