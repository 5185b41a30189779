package dev.baton.dsl.elaborate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What declarations mean, worked out when somebody first asks, so that the order of the text does not matter. Who asks
 * for what is still being worked out has found a cycle.
 */
final class OnDemand<V> {
    private final Map<String, V> known = new HashMap<>();
    private final List<String> underWay;

    /** @param underWay the names being worked out, the outermost first; shared by all tables of a run */
    OnDemand(List<String> underWay) {
        this.underWay = underWay;
    }

    /** @param cycle what it is then; also where so many definitions lead through each other that this must end */
    V get(String name, Supplier<V> work, Supplier<V> cycle) {
        V found = known.get(name);
        if (found != null) {
            return found;
        }
        if (underWay.contains(name) || underWay.size() >= Limits.DEPTH) {
            return cycle.get();
        }
        underWay.addLast(name);
        V made = work.get();
        underWay.removeLast();
        known.put(name, made);
        return made;
    }
}
