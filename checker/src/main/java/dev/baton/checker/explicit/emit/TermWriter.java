package dev.baton.checker.explicit.emit;

import dev.baton.checker.explicit.ir.Bits;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private final CodeBuilder code;
    private final KeptTerms terms;

    /**
     * @param words where each word of the state is: the local variable, by index
     * @param roots all terms that will be asked for
     * @param top the first free local variable
     */
    TermWriter(CodeBuilder code, Map<Integer, Integer> words, Collection<Node> roots, int top) {
        this.code = code;
        this.terms = new KeptTerms(words, roots, top);
    }

    /** A branch begins: what it keeps is forgotten at its {@link #leave end}. */
    void enter() {
        terms.enter();
    }

    void leave() {
        terms.leave();
    }

    /** Computes a term and keeps it, so that branches find it. */
    private void keep(Node node) {
        if (terms.kept(node).isEmpty()) {
            compute(node);
            code.lstore(terms.keep(node));
        }
    }

    /** The value of a term, on the stack. */
    void value(Node node) {
        Optional<Integer> local = terms.kept(node);
        if (local.isPresent()) {
            code.lload(local.get());
        } else if (terms.shared(node)) {
            keep(node);
            code.lload(terms.kept(node).orElseThrow());
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
            case ADD -> operands(node).ladd();
            case MUL -> operands(node).lmul();
            case AND -> operands(node).land();
            case OR -> operands(node).lor();
            case ANDNOT -> operands(node).loadConstant(-1L).lxor().land();
            case DIV -> operands(node).invokestatic(MATH, "floorDiv", TWO);
            case MOD -> operands(node).invokestatic(MATH, "floorMod", TWO);
            case SHL -> operands(node).l2i().lshl();
            case SHR -> operands(node).l2i().lushr();
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

    private CodeBuilder operands(Node node) {
        value(node.arg(0));
        value(node.arg(1));
        return code;
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
            if (part.opcode() == Opcode.FIELD && terms.kept(part).isEmpty()) {
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
        terms.neededTwice(node).forEach(this::keep);
    }

    void jumpIfFalse(Node node, Label to) {
        jump(node, false, to);
    }

    /** Goes to a label if a term has a truth value, on otherwise; what it keeps on the way holds where it goes on. */
    private void jump(Node node, boolean when, Label to) {
        if (terms.kept(node).isPresent() || terms.shared(node)) {
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
                operands(node).lcmp();
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
        if (node.opcode() == Opcode.FIELD && terms.kept(node).isEmpty()) {
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
        if (a.opcode() == Opcode.FIELD && b.constant() && terms.kept(a).isEmpty()) {
            bits(a);
            code.loadConstant(b.value() << a.immediate(0)).lcmp();
        } else {
            operands(equal).lcmp();
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
