package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.program.Instance;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the methods that make successors. A method of more than {@link #LARGEST} bytes would be slow: the JIT leaves
 * out methods of more than 8,000. So big parts of the decision tree become methods of their own.
 */
final class SuccessorMethods {
    /** Estimated bytes of a method; estimates are high. */
    private static final int LARGEST = 5_000;

    /** Parts smaller than this stay where they are, even in a method that is cut up. */
    private static final int SMALL = 250;

    // the parameters of every such method, see SystemEmitter.SUCCESSORS
    private static final int FROM = 0;
    private static final int AT = 1;
    private static final int TO = 2;
    private static final int BY = 3;
    private static final int N = 4;
    private static final int FREE = 5;

    private final MethodSink sink;
    private final int words;
    private final Map<Node, Integer> costs = GuardTree.costs();

    SuccessorMethods(MethodSink sink, int words) {
        this.sink = sink;
        this.words = words;
    }

    /** Writes a method for a tree, and those that it calls; gives its name. */
    String method(GuardTree tree) {
        GuardTree planned = tree.size(costs) <= LARGEST ? tree : cut(tree);
        return sink.add("successors", SystemEmitter.SUCCESSORS, code -> new Body(code, planned).write(planned));
    }

    /** The tree with big parts replaced by calls. */
    private GuardTree cut(GuardTree tree) {
        return switch (tree) {
            case GuardTree.Leaf t -> t;
            case GuardTree.Call t -> t;
            case GuardTree.Test t -> new GuardTree.Test(t.condition(), outlined(t.then()));
            case GuardTree.Switch t -> {
                Map<Integer, GuardTree> cases = new TreeMap<>();
                t.cases().forEach((value, part) -> cases.put(value, outlined(part)));
                yield new GuardTree.Switch(t.key(), cases);
            }
            case GuardTree.Sequence t -> new GuardTree.Sequence(bundled(t.parts()));
        };
    }

    private GuardTree outlined(GuardTree part) {
        return part.size(costs) <= SMALL ? part : new GuardTree.Call(method(part));
    }

    /** Neighbours share a method as far as it holds them. */
    private List<GuardTree> bundled(List<GuardTree> parts) {
        List<GuardTree> calls = new ArrayList<>();
        List<GuardTree> bundle = new ArrayList<>();
        int size = 0;
        for (GuardTree part : parts) {
            int more = part.size(costs);
            if (!bundle.isEmpty() && size + more > LARGEST) {
                calls.add(new GuardTree.Call(method(new GuardTree.Sequence(List.copyOf(bundle)))));
                bundle.clear();
                size = 0;
            }
            bundle.add(part);
            size += more;
        }
        if (bundle.size() == 1 && parts.size() == 1) {
            return List.of(cut(bundle.getFirst()));
        }
        GuardTree last = bundle.size() == 1 ? bundle.getFirst() : new GuardTree.Sequence(List.copyOf(bundle));
        calls.add(new GuardTree.Call(method(last)));
        return calls;
    }

    /** One method. */
    private final class Body {
        private final CodeBuilder code;
        private final TermWriter terms;
        private final Map<Integer, Integer> locals = new HashMap<>();

        Body(CodeBuilder code, GuardTree tree) {
            this.code = code;
            List<Node> roots = tree.roots();
            Set<Integer> read = KeptTerms.words(roots);
            int free = FREE;
            for (int word : read) {
                code.aload(FROM).iload(AT).loadConstant(word).iadd().laload().lstore(free);
                locals.put(word, free);
                free += 2;
            }
            this.terms = new TermWriter(code, locals, roots, free);
        }

        void write(GuardTree tree) {
            part(tree);
            code.iload(N).ireturn();
        }

        private void part(GuardTree tree) {
            switch (tree) {
                case GuardTree.Leaf t -> leaf(t);
                case GuardTree.Sequence t -> t.parts().forEach(this::part);
                case GuardTree.Test t -> {
                    Label end = code.newLabel();
                    terms.enter();
                    terms.jumpIfFalse(t.condition(), end);
                    part(t.then());
                    terms.leave();
                    code.labelBinding(end);
                }
                case GuardTree.Switch t -> select(t);
                case GuardTree.Call t -> {
                    code.aload(FROM).iload(AT).aload(TO).aload(BY).iload(N);
                    sink.call(code, t.method(), SystemEmitter.SUCCESSORS);
                    code.istore(N);
                }
            }
        }

        private void select(GuardTree.Switch t) {
            Label end = code.newLabel();
            List<SwitchCase> cases = new ArrayList<>();
            Map<Label, GuardTree> parts = new LinkedHashMap<>();
            t.cases().forEach((value, part) -> {
                Label label = code.newLabel();
                cases.add(SwitchCase.of(value, label));
                parts.put(label, part);
            });
            terms.enter();
            terms.value(t.key());
            code.l2i();
            int first = cases.getFirst().caseValue();
            int last = cases.getLast().caseValue();
            if ((long) last - first < 4L * cases.size()) {
                code.tableswitch(first, last, end, cases);
            } else {
                code.lookupswitch(end, cases);
            }
            parts.forEach((label, part) -> {
                code.labelBinding(label);
                terms.enter();
                part(part);
                terms.leave();
                code.goto_(end);
            });
            terms.leave();
            code.labelBinding(end);
        }

        private void leaf(GuardTree.Leaf leaf) {
            Label end = code.newLabel();
            terms.enter();
            for (Node condition : leaf.rest()) {
                terms.jumpIfFalse(condition, end);
                terms.enter();
            }
            Instance instance = leaf.instance();
            Label done = code.newLabel();
            boolean always = true;
            for (Instance.Check check : instance.checks()) {
                if (check.holds().isFalse()) {
                    store(check.words());
                    always = false;
                    break;
                }
                Label next = code.newLabel();
                Label fails = code.newLabel();
                terms.jumpIfFalse(check.holds(), fails);
                code.goto_(next).labelBinding(fails);
                terms.enter();
                store(check.words());
                terms.leave();
                code.goto_(done).labelBinding(next);
                terms.enter();
            }
            if (always) {
                store(instance.words());
            }
            long entered =
                    instance.checks().stream().filter(c -> !c.holds().isFalse()).count();
            for (long i = 0; i < entered; i++) {
                terms.leave();
            }
            code.labelBinding(done);
            code.aload(BY).iload(N).loadConstant(instance.number()).iastore();
            code.iinc(N, 1);
            leaf.rest().forEach(_ -> terms.leave());
            terms.leave();
            code.labelBinding(end);
        }

        private void store(List<Node> state) {
            terms.enter();
            for (int i = 0; i < words; i++) {
                code.aload(TO).iload(N);
                if (words > 1) {
                    code.loadConstant(words).imul();
                    if (i > 0) {
                        code.loadConstant(i).iadd();
                    }
                }
                if (state.get(i).opcode() == Opcode.WORD
                        && !locals.containsKey((int) state.get(i).immediate(0))) {
                    throw new IllegalStateException("word " + i + " is not at hand");
                }
                terms.value(state.get(i));
                code.lastore();
            }
            terms.leave();
        }
    }
}
