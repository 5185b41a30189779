package dev.baton.checker.explicit.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bit fields side by side, in a normal form: by offset, none within another, neighbours that come from neighbouring
 * bits of one term joined, constants together. So what an update leaves alone is one field of the old word again.
 */
final class Concatenation {
    /** A mask with more runs of ones than this stays a mask. */
    private static final int MOST_RUNS = 4;

    private final Terms terms;

    Concatenation(Terms terms) {
        this.terms = terms;
    }

    Node of(List<Piece> pieces) {
        List<Piece> flat = new ArrayList<>();
        pieces.forEach(piece -> flatten(piece, flat));
        flat.sort(Comparator.comparingInt(Piece::offset));
        long constant = 0;
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : flat) {
            if (piece.value().constant()) {
                constant |= (piece.value().value() & Bits.mask(piece.width())) << piece.offset();
            } else if (joined.isEmpty() || !join(joined, piece)) {
                joined.add(piece);
            }
        }
        if (joined.isEmpty()) {
            return terms.constant(constant);
        }
        if (constant == 0 && joined.size() == 1 && joined.getFirst().offset() == 0) {
            return joined.getFirst().value();
        }
        int end = constant == 0 ? 0 : 64 - Long.numberOfLeadingZeros(constant);
        for (Piece piece : joined) {
            end = Math.max(end, piece.offset() + Math.min(piece.width(), Terms.width(piece.value())));
        }
        if (constant != 0) {
            joined.add(new Piece(0, 64, terms.constant(constant)));
        }
        List<Long> places = new ArrayList<>();
        joined.forEach(piece -> places.add((long) piece.offset()));
        joined.forEach(piece -> places.add((long) piece.width()));
        boolean small = end < 64;
        return terms.make(
                Opcode.CONCAT,
                joined.stream().map(Piece::value).toList(),
                places,
                small ? 0 : Long.MIN_VALUE,
                small ? Bits.mask(end) : Long.MAX_VALUE);
    }

    private void flatten(Piece piece, List<Piece> into) {
        if (piece.width() == 0) {
            return;
        }
        if (piece.value().opcode() == Opcode.CONCAT) {
            for (Piece part : pieces(piece.value())) {
                into.add(new Piece(piece.offset() + part.offset(), part.width(), part.value()));
            }
        } else {
            into.add(piece);
        }
    }

    /** What a concatenation is made of; the constants are cut to runs of ones. */
    List<Piece> pieces(Node concat) {
        List<Piece> pieces = new ArrayList<>();
        int count = concat.args().size();
        for (int i = 0; i < count; i++) {
            Node value = concat.arg(i);
            int offset = (int) concat.immediate(i);
            if (value.constant()) {
                for (Run run : runs(value.value())) {
                    pieces.add(new Piece(run.offset(), run.width(), terms.constant(Bits.mask(run.width()))));
                }
            } else {
                pieces.add(new Piece(offset, (int) concat.immediate(count + i), value));
            }
        }
        return pieces;
    }

    private boolean join(List<Piece> joined, Piece next) {
        Piece last = joined.getLast();
        if (last.value().opcode() != Opcode.FIELD || next.value().opcode() != Opcode.FIELD) {
            return false;
        }
        Node a = last.value();
        Node b = next.value();
        boolean neighbours = a.arg(0) == b.arg(0)
                && last.offset() + a.width() == next.offset()
                && a.offset() + a.width() == b.offset();
        if (neighbours) {
            int width = a.width() + b.width();
            joined.set(joined.size() - 1, new Piece(last.offset(), width, terms.field(a.arg(0), a.offset(), width)));
        }
        return neighbours;
    }

    /** Some bits of a concatenation. */
    Node field(Node concat, int offset, int width) {
        int end = offset + width;
        List<Piece> inside = new ArrayList<>();
        for (Piece piece : pieces(concat)) {
            int from = Math.max(offset, piece.offset());
            int to = Math.min(end, piece.end());
            if (from < to) {
                Node value = terms.field(piece.value(), from - piece.offset(), to - from);
                inside.add(new Piece(from - offset, to - from, value));
            }
        }
        return of(inside);
    }

    private record Run(int offset, int width) {}

    private static List<Run> runs(long mask) {
        List<Run> runs = new ArrayList<>();
        for (int at = 0; at < 64; ) {
            if ((mask >>> at & 1) == 0) {
                at++;
                continue;
            }
            int length = Math.min(64 - at, Long.numberOfTrailingZeros(~(mask >>> at)));
            runs.add(new Run(at, length));
            at += length;
        }
        return runs;
    }

    /** The bits of a term that a mask has. */
    Node keep(Node a, long mask) {
        int width = Terms.width(a);
        long within = mask & Bits.mask(width);
        if (within == Bits.mask(width)) {
            return a;
        }
        List<Run> runs = runs(within);
        if (runs.size() > MOST_RUNS) {
            boolean known = within >= 0;
            return terms.make(
                    Opcode.AND,
                    List.of(a, terms.constant(within)),
                    List.of(),
                    known ? 0 : Long.MIN_VALUE,
                    known ? within : Long.MAX_VALUE);
        }
        List<Piece> pieces = new ArrayList<>();
        for (Run run : runs) {
            pieces.add(new Piece(run.offset(), run.width(), terms.field(a, run.offset(), run.width())));
        }
        return of(pieces);
    }

    /** A term with the bits of a mask set. */
    Node with(Node a, long mask) {
        if (mask == 0) {
            return a;
        }
        if (runs(mask).size() > MOST_RUNS) {
            boolean known = a.low() >= 0 && mask >= 0;
            return terms.make(
                    Opcode.OR,
                    List.of(a, terms.constant(mask)),
                    List.of(),
                    known ? 0 : Long.MIN_VALUE,
                    known ? Bits.mask(Math.max(Terms.width(a), 64 - Long.numberOfLeadingZeros(mask))) : Long.MAX_VALUE);
        }
        List<Piece> pieces = new ArrayList<>();
        for (Run run : runs(mask)) {
            pieces.add(new Piece(run.offset(), run.width(), terms.constant(Bits.mask(run.width()))));
        }
        int width = Terms.width(a);
        for (Run run : runs(~mask & Bits.mask(width))) {
            pieces.add(new Piece(run.offset(), run.width(), terms.field(a, run.offset(), run.width())));
        }
        return of(pieces);
    }
}
