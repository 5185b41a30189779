package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;

/** What code does where its step can't be taken now. */
sealed interface Blocked {

    /** A step of a task: it waits. */
    record Wait() implements Blocked {}

    /** The first step of a branch of an {@code either}: the branch is chosen anew. */
    record Retry(Label label) implements Blocked {}

    /** An action: it isn't taken. */
    record Refuse() implements Blocked {}

    /** Within {@code core.atomic}: what was done is undone and begun anew. */
    record Unwind() implements Blocked {}

    /** Code that goes on only where a condition, which may be asked again, is false. */
    default CodeBlock unless(CodeBlock cannot) {
        return switch (this) {
            case Wait w -> block("while", cannot, CodeBlock.of("core.pause();\n"));
            case Retry r -> block("if", cannot, retry(r));
            case Refuse r -> block("if", cannot, CodeBlock.of("return false;\n"));
            case Unwind u -> block("if", cannot, CodeBlock.of("core.pause();\n"));
        };
    }

    /** The same, where a variable has to be assigned anew before the condition is asked again. */
    default CodeBlock unless(CodeBlock cannot, CodeBlock again) {
        return this instanceof Wait ? block("while", cannot, CodeBlock.of("core.pause();\n$L", again)) : unless(cannot);
    }

    private static CodeBlock retry(Retry r) {
        r.label.use();
        return CodeBlock.of("core.pause();\ncontinue $N;\n", r.label.name());
    }

    private static CodeBlock block(String word, CodeBlock condition, CodeBlock body) {
        return CodeBlock.builder()
                .beginControlFlow(word + " ($L)", condition)
                .add(body)
                .endControlFlow()
                .build();
    }
}
