package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.program.Persistent;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the methods that look for a set of steps which are enough in a state. */
final class PersistentMethods {
    /** Estimated bytes of a method. */
    private static final int LARGEST = 4_000;

    // the parameters of every such method, see SystemEmitter.SUCCESSORS
    private static final int FROM = 0;
    private static final int AT = 1;
    private static final int TO = 2;
    private static final int BY = 3;
    private static final int N = 4;
    private static final int THEN = 5;
    private static final int FREE = 6;

    private final MethodSink sink;
    private final SuccessorMethods successors;
    private final Map<Node, Integer> costs = GuardTree.costs();

    PersistentMethods(MethodSink sink, SuccessorMethods successors) {
        this.sink = sink;
        this.successors = successors;
    }

    /** A set, and the method that takes its steps. */
    private record Written(Persistent set, String method) {}

    /** Writes methods that try the sets in their order; their names. */
    List<String> write(List<Persistent> sets) {
        List<String> methods = new ArrayList<>();
        List<Written> bundle = new ArrayList<>();
        int size = 0;
        for (Persistent set : sets) {
            int more = 40
                    + set.condition().stream()
                            .mapToInt(c -> GuardTree.cost(c, costs))
                            .sum();
            if (!bundle.isEmpty() && size + more > LARGEST) {
                methods.add(method(List.copyOf(bundle)));
                bundle.clear();
                size = 0;
            }
            bundle.add(new Written(set, successors.method(GuardTree.of(set.instances()))));
            size += more;
        }
        if (!bundle.isEmpty()) {
            methods.add(method(List.copyOf(bundle)));
        }
        return methods;
    }

    private String method(List<Written> bundle) {
        return sink.add("fewer", SystemEmitter.SUCCESSORS, code -> {
            List<Node> roots =
                    bundle.stream().flatMap(w -> w.set.condition().stream()).toList();
            Map<Integer, Integer> locals = new HashMap<>();
            int free = FREE;
            for (int word : KeptTerms.words(roots)) {
                code.aload(FROM).iload(AT).loadConstant(word).iadd().laload().lstore(free);
                locals.put(word, free);
                free += 2;
            }
            TermWriter terms = new TermWriter(code, locals, roots, free);
            bundle.forEach(written -> attempt(written, code, terms));
            code.iload(N).ireturn();
        });
    }

    /** Returns from the method if a step was taken. */
    private static void call(CodeBuilder code, MethodSink sink, String method) {
        code.aload(FROM).iload(AT).aload(TO).aload(BY).iload(N);
        sink.call(code, method, SystemEmitter.SUCCESSORS);
        Label none = code.newLabel();
        code.istore(THEN).iload(THEN).iload(N).if_icmple(none);
        code.iload(THEN).ireturn().labelBinding(none);
    }

    private void attempt(Written written, CodeBuilder code, TermWriter terms) {
        Label next = code.newLabel();
        for (Node condition : written.set.condition()) {
            terms.enter();
            terms.jumpIfFalse(condition, next);
        }
        call(code, sink, written.method);
        written.set.condition().forEach(_ -> terms.leave());
        code.labelBinding(next);
    }

    /** Writes the body of a method that tries one method after the other. */
    static void body(CodeBuilder code, MethodSink sink, List<String> methods) {
        methods.forEach(method -> call(code, sink, method));
        code.iload(N).ireturn();
    }
}
