package dev.baton.model.interpreter;

import dev.baton.model.expr.Op;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What each {@link Op} means. Positions count from 0; collections are never changed in place. */
final class Operators {
    private Operators() {}

    static Value apply(Operands x) {
        return switch (x.op()) {
            case NOT -> Value.of(!x.truth(0));
            case AND -> Value.of(all(x, true));
            case OR -> Value.of(!all(x, false));
            case IMPLIES -> Value.of(!x.truth(0) || x.truth(1));
            case EQ -> Value.of(x.value(0).equals(x.value(1)));
            case NE -> Value.of(!x.value(0).equals(x.value(1)));
            case LT -> Value.of(x.number(0) < x.number(1));
            case LE -> Value.of(x.number(0) <= x.number(1));
            case GT -> Value.of(x.number(0) > x.number(1));
            case GE -> Value.of(x.number(0) >= x.number(1));
            case ADD -> integer(x, (long) x.number(0) + x.number(1));
            case SUB -> integer(x, (long) x.number(0) - x.number(1));
            case MUL -> integer(x, (long) x.number(0) * x.number(1));
            case DIV -> Value.of(Math.floorDiv(x.number(0), divisor(x)));
            case MOD -> Value.of(Math.floorMod(x.number(0), divisor(x)));
            case NEG -> integer(x, -(long) x.number(0));
            case AT -> {
                Value.MapOf map = x.map(0);
                yield map.get(key(x, map));
            }
            case PUT -> {
                Value.MapOf map = x.map(0);
                yield map.with(key(x, map), x.value(2));
            }
            case SET -> Value.SetOf.of(x.values());
            case RANGE -> Sets.range(x.number(0), x.number(1));
            case IN -> Value.of(Sets.member(x));
            case SUBSET -> Value.of(Sets.subset(x.set(0), x.set(1)));
            case UNION -> Sets.union(x.set(0), x.set(1));
            case INTERSECT -> Sets.keep(x.set(0), x.set(1), true);
            case MINUS -> Sets.keep(x.set(0), x.set(1), false);
            case SIZE -> Value.of(size(x.value(0)));
            case SEQ -> new Value.Seq(x.values());
            case SEQ_AT -> {
                List<Value> elements = x.sequence(0);
                yield elements.get(position(x, elements.size()));
            }
            case SEQ_PUT -> {
                List<Value> elements = new ArrayList<>(x.sequence(0));
                elements.set(position(x, elements.size()), x.value(2));
                yield new Value.Seq(elements);
            }
            case FIRST -> filled(x).getFirst();
            case LAST -> filled(x).getLast();
            case APPEND -> {
                List<Value> elements = new ArrayList<>(x.sequence(0));
                elements.add(x.value(1));
                yield new Value.Seq(elements);
            }
            case DROP -> {
                List<Value> elements = filled(x);
                yield new Value.Seq(elements.subList(1, elements.size()));
            }
            case REMOVE_AT -> {
                List<Value> elements = new ArrayList<>(x.sequence(0));
                elements.remove(position(x, elements.size()));
                yield new Value.Seq(elements);
            }
            case INSERT_AT -> {
                List<Value> elements = new ArrayList<>(x.sequence(0));
                elements.add(position(x, elements.size() + 1), x.value(2));
                yield new Value.Seq(elements);
            }
            case SOME -> new Value.Some(x.value(0));
            case UNWRAP -> {
                if (x.value(0) instanceof Value.Some(Value value)) {
                    yield value;
                }
                throw x.undefined("none");
            }
            case IS_SOME -> Value.of(x.value(0) instanceof Value.Some);
            case IS_NONE -> Value.of(x.value(0) instanceof Value.None);
            case BAG_ADD -> {
                List<Value> elements = new ArrayList<>(x.bag(0));
                elements.add(x.value(1));
                yield new Value.Bag(elements);
            }
            case BAG_REMOVE -> {
                List<Value> elements = new ArrayList<>(x.bag(0));
                Value gone = x.value(1);
                if (!elements.remove(gone)) {
                    throw x.undefined(gone + " does not occur");
                }
                yield new Value.Bag(elements);
            }
            case BAG_COUNT -> Value.of(Collections.frequency(x.bag(0), x.value(1)));
            case BAG_MEMBERS -> Value.SetOf.of(x.bag(0));
            case ORD -> Value.of(((Value.Member) x.value(0)).ordinal());
            case MEMBER -> member(x, (Type.Index) x.use().type(), x.number(0));
        };
    }

    /** Whether every operand has the wanted truth value; asks no further than the first that has not. */
    private static boolean all(Operands x, boolean wanted) {
        for (int i = 0; i < x.use().args().size(); i++) {
            if (x.truth(i) != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Value integer(Operands x, long exact) {
        if (exact != (int) exact) {
            throw x.undefined("integer overflow");
        }
        return Value.of((int) exact);
    }

    private static int divisor(Operands x) {
        int divisor = x.number(1);
        if (divisor <= 0) {
            throw x.undefined("divisor " + divisor);
        }
        return divisor;
    }

    private static Value key(Operands x, Value.MapOf map) {
        Value key = x.value(1);
        if (!Domain.contains(map.key(), key)) {
            throw x.undefined("key " + key + " outside " + map.key());
        }
        return key;
    }

    /** The second operand, a position below {@code end}. */
    private static int position(Operands x, int end) {
        int position = x.number(1);
        if (position < 0 || position >= end) {
            throw x.undefined("position " + position);
        }
        return position;
    }

    /** The elements of a sequence that has some. */
    private static List<Value> filled(Operands x) {
        List<Value> elements = x.sequence(0);
        if (elements.isEmpty()) {
            throw x.undefined("empty sequence");
        }
        return elements;
    }

    private static Value member(Operands x, Type.Index type, int ordinal) {
        if (ordinal < 0 || ordinal >= type.size()) {
            throw x.undefined("no member number " + ordinal + " of " + type);
        }
        return new Value.Member(type, ordinal);
    }

    private static int size(Value collection) {
        return switch (collection) {
            case Value.SetOf v -> v.elements().size();
            case Value.Seq v -> v.elements().size();
            case Value.Bag v -> v.elements().size();
            case Value.Bool v -> throw notACollection(v);
            case Value.Int v -> throw notACollection(v);
            case Value.EnumMember v -> throw notACollection(v);
            case Value.Member v -> throw notACollection(v);
            case Value.Struct v -> throw notACollection(v);
            case Value.None v -> throw notACollection(v);
            case Value.Some v -> throw notACollection(v);
            case Value.MapOf v -> throw notACollection(v);
        };
    }

    private static IllegalStateException notACollection(Value value) {
        return new IllegalStateException(value + " has no elements");
    }
}
