package dev.baton.checker.explicit.ir;

import java.util.function.UnaryOperator;

/** A term made again of other arguments, and folded as any new one. */
final class Rebuilding {
    private Rebuilding() {}

    /** The same operation on what becomes of each argument. */
    static Node of(Node node, UnaryOperator<Node> arguments, Terms terms) {
        return switch (node.opcode()) {
            case CONST, WORD -> node;
            case FIELD -> terms.field(arguments.apply(node.arg(0)), node.offset(), node.width());
            case CONCAT ->
                terms.concat(terms.pieces(node).stream()
                        .map(p -> new Piece(p.offset(), p.width(), arguments.apply(p.value())))
                        .toList());
            case ADD -> terms.add(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case MUL -> terms.multiply(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case DIV -> terms.divide(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case MOD -> terms.modulo(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case SHL -> terms.shiftLeft(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case SHR -> terms.shiftRight(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case AND -> terms.and(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case OR -> terms.or(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case ANDNOT -> terms.without(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case COUNT -> terms.count(arguments.apply(node.arg(0)));
            case EQ -> terms.equal(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case LT -> terms.less(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)));
            case NOT -> terms.not(arguments.apply(node.arg(0)));
            case ALL -> terms.all(node.args().stream().map(arguments).toList());
            case ANY -> terms.any(node.args().stream().map(arguments).toList());
            case CHOOSE ->
                terms.choose(arguments.apply(node.arg(0)), arguments.apply(node.arg(1)), arguments.apply(node.arg(2)));
        };
    }
}
