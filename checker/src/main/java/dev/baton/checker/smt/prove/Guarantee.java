package dev.baton.checker.smt.prove;

import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import java.util.List;

/**
 * Something that the language promises of hardware and channels, and the steps that there would be without it.
 *
 * @param promise a sentence: {@code ctl keeps the order of its messages}
 */
record Guarantee(String promise, Span span, List<Action> without) {
    Guarantee {
        without = List.copyOf(without);
    }
}
