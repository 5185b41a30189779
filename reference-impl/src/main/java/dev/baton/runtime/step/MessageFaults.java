package dev.baton.runtime.step;

import java.util.ArrayList;
import java.util.List;

/** What faults make of a queue (rule 10): the same queue where they can't strike. */
final class MessageFaults {
    private MessageFaults() {}

    static List<Long> lost(List<Long> queue, int position) {
        if (position >= queue.size()) {
            return queue;
        }
        List<Long> left = new ArrayList<>(queue);
        left.remove(position);
        return left;
    }

    static List<Long> twice(List<Long> queue, int position, int capacity) {
        if (position >= queue.size() || queue.size() == capacity) {
            return queue;
        }
        List<Long> more = new ArrayList<>(queue);
        more.add(position, queue.get(position));
        return more;
    }

    static List<Long> swapped(List<Long> queue, int position) {
        if (position + 1 >= queue.size()) {
            return queue;
        }
        List<Long> other = new ArrayList<>(queue);
        other.set(position, queue.get(position + 1));
        other.set(position + 1, queue.get(position));
        return other;
    }
}
