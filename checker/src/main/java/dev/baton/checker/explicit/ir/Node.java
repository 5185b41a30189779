package dev.baton.checker.explicit.ir;

import java.util.List;

/**
 * A term. Made by {@link Terms} only, which gives equal terms the same object, so that terms are compared by identity
 * and a term used twice is computed once.
 */
public final class Node {
    private final int id;
    private final Opcode opcode;
    private final List<Node> args;
    private final List<Long> immediates;
    private final long low;
    private final long high;

    Node(int id, Opcode opcode, List<Node> args, List<Long> immediates, long low, long high) {
        this.id = id;
        this.opcode = opcode;
        this.args = args;
        this.immediates = immediates;
        this.low = low;
        this.high = high;
    }

    /** Number in order of creation: an argument's is below that of its user. */
    public int id() {
        return id;
    }

    public Opcode opcode() {
        return opcode;
    }

    public List<Node> args() {
        return args;
    }

    public Node arg(int i) {
        return args.get(i);
    }

    public long immediate(int i) {
        return immediates.get(i);
    }

    /** The least value it can have, as far as is known. */
    public long low() {
        return low;
    }

    /** The greatest value it can have, as far as is known. */
    public long high() {
        return high;
    }

    public boolean constant() {
        return opcode == Opcode.CONST;
    }

    /** The value of a constant. */
    public long value() {
        if (!constant()) {
            throw new IllegalStateException(this + " is no constant");
        }
        return immediate(0);
    }

    public boolean isTrue() {
        return constant() && value() == 1;
    }

    public boolean isFalse() {
        return constant() && value() == 0;
    }

    /** A field's first bit within its argument. */
    int offset() {
        return (int) immediate(0);
    }

    /** A field's width in bits. */
    int width() {
        return (int) immediate(1);
    }

    @Override
    public String toString() {
        return opcode + (immediates.isEmpty() ? "" : immediates.toString()) + (args.isEmpty() ? "" : args.toString());
    }
}
