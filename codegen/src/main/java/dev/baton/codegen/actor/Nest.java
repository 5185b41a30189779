package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** The loops that the code being written stands in, and how it leaves them. */
final class Nest {
    /** The innermost first. */
    private final Deque<Around> around = new ArrayDeque<>();

    /**
     * A loop of the text, or what a plain {@code break} would leave instead: a {@code switch}, or a loop in which a
     * branch is chosen anew.
     */
    private record Around(Optional<Label> loop, boolean catchesContinue) {}

    /** Something within a loop of the text. */
    <T> T inLoop(Label label, Supplier<T> body) {
        return within(new Around(Optional.of(label), true), body);
    }

    /**
     * Something within a {@code switch}.
     *
     * @param loop whether that stands in a loop of Java's own
     */
    <T> T inSwitch(boolean loop, Supplier<T> body) {
        return within(new Around(Optional.empty(), loop), body);
    }

    private <T> T within(Around here, Supplier<T> body) {
        around.push(here);
        try {
            return body.get();
        } finally {
            around.pop();
        }
    }

    /** Leaves the innermost loop of the text. */
    CodeBlock leave() {
        return jump("break");
    }

    /** Begins the innermost loop of the text anew. */
    CodeBlock again() {
        return jump("continue");
    }

    private CodeBlock jump(String word) {
        boolean leaves = word.equals("break");
        boolean plain = true;
        for (Around a : around) {
            if (a.loop.isPresent()) {
                Label label = a.loop.get();
                if (leaves) {
                    label.leave();
                }
                if (plain) {
                    return CodeBlock.of("$L;\n", word);
                }
                label.use();
                return CodeBlock.of("$L $N;\n", word, label.name());
            }
            plain &= !leaves && !a.catchesContinue;
        }
        throw new IllegalStateException(word + " outside a loop");
    }
}
