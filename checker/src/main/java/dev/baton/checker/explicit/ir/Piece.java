package dev.baton.checker.explicit.ir;

/** A bit field of a {@link Opcode#CONCAT}: a value of at most {@code width} bits, from bit {@code offset} on. */
public record Piece(int offset, int width, Node value) {

    int end() {
        return offset + width;
    }
}
