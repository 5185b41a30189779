package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Bits;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes code that computes terms. A term that is used more than once is computed once in each branch that needs it and
 * kept in a local variable to the end of that branch.
 */
final class TermWriter {
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
    private static final MethodTypeDesc TWO =
            MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_long);
    private static final MethodTypeDesc COUNT = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long);

    /** Terms cheaper than this are computed anew rather than kept. */
    private static final int WORTH_KEEPING = 12;

    /** The same for truth values, which are dearer to keep: a branch must make them numbers. */
    private static final int TRUTH_WORTH_KEEPING = 60;

    private final CodeBuilder code;
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
    TermWriter(CodeBuilder code, Map<Integer, Integer> words, Collection<Node> roots, int top) {
        this.code = code;
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

    /** A local variable of two slots, free to the end of the branch. */
    int reserve() {
        int local = top;
        top += 2;
        return local;
    }

    private Optional<Integer> kept(Node node) {
        for (Map<Node, Integer> scope : scopes) {
            Integer local = scope.get(node);
            if (local != null) {
                return Optional.of(local);
            }
        }
        return Optional.empty();
    }

    private boolean shared(Node node) {
        int worth = node.opcode().truth() ? TRUTH_WORTH_KEEPING : WORTH_KEEPING;
        return uses.getOrDefault(node, 1) > 1 && GuardTree.cost(node, costs) >= worth;
    }

    /** Computes a term and keeps it, so that branches find it. */
    private void keep(Node node) {
        if (kept(node).isEmpty()) {
            compute(node);
            int local = reserve();
            code.lstore(local);
            scopes.getFirst().put(node, local);
        }
    }

    /** The value of a term, on the stack. */
    void value(Node node) {
        Optional<Integer> local = kept(node);
        if (local.isPresent()) {
            code.lload(local.get());
        } else if (shared(node)) {
            keep(node);
            code.lload(kept(node).orElseThrow());
        } else {
            compute(node);
        }
    }

    private void compute(Node node) {
        switch (node.opcode()) {
            case CONST -> code.loadConstant(node.value());
            case WORD -> throw new IllegalStateException("word " + node.immediate(0) + " is not at hand");
            case FIELD -> {
                value(node.arg(0));
                int offset = (int) node.immediate(0);
                int width = (int) node.immediate(1);
                shift(-offset);
                if (offset + width < 64) {
                    code.loadConstant(Bits.mask(width)).land();
                }
            }
            case CONCAT -> concat(node);
            case ADD -> {
                operands(node);
                code.ladd();
            }
            case MUL -> {
                operands(node);
                code.lmul();
            }
            case AND -> {
                operands(node);
                code.land();
            }
            case OR -> {
                operands(node);
                code.lor();
            }
            case ANDNOT -> {
                operands(node);
                code.loadConstant(-1L).lxor().land();
            }
            case DIV -> {
                operands(node);
                code.invokestatic(MATH, "floorDiv", TWO);
            }
            case MOD -> {
                operands(node);
                code.invokestatic(MATH, "floorMod", TWO);
            }
            case SHL -> {
                operands(node);
                code.l2i().lshl();
            }
            case SHR -> {
                operands(node);
                code.l2i().lushr();
            }
            case COUNT -> {
                value(node.arg(0));
                code.invokestatic(LONG, "bitCount", COUNT).i2l();
            }
            case NOT -> {
                value(node.arg(0));
                code.lconst_1().lxor();
            }
            case EQ, LT, ALL, ANY -> truth(node);
            case CHOOSE -> choose(node);
        }
    }

    private void operands(Node node) {
        value(node.arg(0));
        value(node.arg(1));
    }

    /** To the left, or to the right where negative. */
    private void shift(int left) {
        if (left > 0) {
            code.loadConstant(left).lshl();
        } else if (left < 0) {
            code.loadConstant(-left).lushr();
        }
    }

    /** Fields of one term that move by the same distance move together. */
    private void concat(Node node) {
        record Move(Node of, int left) {}
        Map<Move, Long> moves = new LinkedHashMap<>();
        Map<Integer, Node> others = new TreeMap<>();
        for (int i = 0; i < node.args().size(); i++) {
            Node part = node.arg(i);
            int offset = (int) node.immediate(i);
            if (part.opcode() == Opcode.FIELD && kept(part).isEmpty()) {
                int from = (int) part.immediate(0);
                long mask = Bits.mask((int) part.immediate(1)) << from;
                moves.merge(new Move(part.arg(0), offset - from), mask, (a, b) -> a | b);
            } else {
                others.put(offset * 2 + (part.constant() ? 1 : 0), part);
            }
        }
        boolean first = true;
        for (Map.Entry<Move, Long> move : moves.entrySet()) {
            value(move.getKey().of);
            code.loadConstant(move.getValue()).land();
            shift(move.getKey().left);
            if (!first) {
                code.lor();
            }
            first = false;
        }
        for (Map.Entry<Integer, Node> other : others.entrySet()) {
            value(other.getValue());
            shift(other.getKey() / 2);
            if (!first) {
                code.lor();
            }
            first = false;
        }
    }

    private void truth(Node node) {
        shareAmong(node);
        Label no = code.newLabel();
        Label end = code.newLabel();
        enter();
        compare(node, false, no);
        leave();
        code.lconst_1().goto_(end).labelBinding(no).lconst_0().labelBinding(end);
    }

    private void choose(Node node) {
        shareAmong(node);
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        enter();
        jumpIfFalse(node.arg(0), otherwise);
        enter();
        value(node.arg(1));
        leave();
        code.goto_(end).labelBinding(otherwise);
        leave();
        enter();
        value(node.arg(2));
        leave();
        code.labelBinding(end);
    }

    /** What several branches of a term need is computed before they part; else code would double at every fork. */
    private void shareAmong(Node node) {
        Set<Node> seen = new HashSet<>();
        Map<Integer, Node> twice = new TreeMap<>();
        for (Node arg : node.args()) {
            for (Node below : reach(arg)) {
                if (!seen.add(below) && kept(below).isEmpty()) {
                    twice.put(below.id(), below);
                }
            }
        }
        twice.values().forEach(this::keep);
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

    void jumpIfFalse(Node node, Label to) {
        jump(node, false, to);
    }

    /** Goes to a label if a term has a truth value, on otherwise; what it keeps on the way holds where it goes on. */
    private void jump(Node node, boolean when, Label to) {
        if (kept(node).isPresent() || shared(node)) {
            value(node);
            code.lconst_0().lcmp();
            branch(when, to);
        } else {
            compare(node, when, to);
        }
    }

    private void compare(Node node, boolean when, Label to) {
        switch (node.opcode()) {
            case NOT -> jump(node.arg(0), !when, to);
            case EQ -> {
                difference(node);
                if (when) {
                    code.ifeq(to);
                } else {
                    code.ifne(to);
                }
            }
            case LT -> {
                operands(node);
                code.lcmp();
                if (when) {
                    code.iflt(to);
                } else {
                    code.ifge(to);
                }
            }
            case ALL -> junction(node, when, to, false);
            case ANY -> junction(node, when, to, true);
            case CONST, WORD, FIELD, CONCAT, ADD, MUL, DIV, MOD, SHL, SHR, AND, OR, ANDNOT, COUNT, CHOOSE -> {
                bits(node);
                code.lconst_0().lcmp();
                branch(when, to);
            }
        }
    }

    private void branch(boolean when, Label to) {
        if (when) {
            code.ifne(to);
        } else {
            code.ifeq(to);
        }
    }

    /** A number that is zero only where a term is: a field need not be shifted down for that. */
    private void bits(Node node) {
        if (node.opcode() == Opcode.FIELD && kept(node).isEmpty()) {
            value(node.arg(0));
            code.loadConstant(Bits.mask((int) node.immediate(1)) << node.immediate(0))
                    .land();
        } else {
            value(node);
        }
    }

    private void difference(Node equal) {
        Node a = equal.arg(0);
        Node b = equal.arg(1);
        if (a.opcode() == Opcode.FIELD && b.constant() && kept(a).isEmpty()) {
            bits(a);
            code.loadConstant(b.value() << a.immediate(0)).lcmp();
        } else {
            operands(equal);
            code.lcmp();
        }
    }

    /** @param decides the truth value of a part that decides the whole */
    private void junction(Node node, boolean when, Label to, boolean decides) {
        Label decided = when == decides ? to : code.newLabel();
        // only the first part is computed in any case
        jump(node.arg(0), decides, decided);
        enter();
        for (int i = 1; i < node.args().size(); i++) {
            jump(node.arg(i), decides, decided);
        }
        leave();
        if (when != decides) {
            code.goto_(to).labelBinding(decided);
        }
    }
}
