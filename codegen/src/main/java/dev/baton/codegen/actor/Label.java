package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.Identifiers;

/** A Java loop that can be left from within, and its label, which is written only if something needs it. */
final class Label {
    private final String name;
    private boolean used;
    private boolean left;

    private Label(String name) {
        this.name = name;
    }

    /** @param body what stands in the loop, where the label's name is taken */
    static Label in(Unit body, String wish) {
        return new Label(body.fresh(Identifiers.camel(wish)));
    }

    String name() {
        return name;
    }

    /** Something jumps to it by its name. */
    void use() {
        used = true;
    }

    /** Something leaves the loop. */
    void leave() {
        left = true;
    }

    boolean isLeft() {
        return left;
    }

    /** The loop with its label before it, if it is used. */
    CodeBlock before(CodeBlock loop) {
        return used ? CodeBlock.of("$N:\n$L", name, loop) : loop;
    }
}
