package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.term.Term;
import dev.baton.model.type.Type;
import java.util.List;

/**
 * A value of which terms are known. Equal values have equal terms: what a value does not have (the element of
 * {@code none}, the places behind the end of a sequence, the fields of other variants) is the
 * {@linkplain dev.baton.model.value.Domain#first first} value of its type.
 */
public sealed interface Sym {

    Type type();

    record Truth(Term term) implements Sym {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /**
     * An integer, or the number of a member of an enumeration or index type, as a bit vector of as many bits as its
     * bounds need: two's complement if {@code low} is negative, else unsigned.
     *
     * @param low the least value it can have, as far as is known
     * @param high the greatest
     */
    record Num(Type type, Term bits, long low, long high) implements Sym {
        public Num {
            if (bits.width() != Numbers.width(low, high)) {
                throw new IllegalArgumentException(bits.width() + " bits for " + low + ".." + high);
            }
        }

        boolean signed() {
            return low < 0;
        }
    }

    record Opt(Type.Option type, Term present, Sym element) implements Sym {}

    record Struct(Type.Struct type, List<Sym> fields) implements Sym {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /** @param tag number of the variant in the type */
    record Union(Type.Union type, Num tag, List<Sym> variants) implements Sym {
        public Union {
            variants = List.copyOf(variants);
        }
    }

    /** @param members a truth value for each value of the element type, in order */
    record SetOf(Type.SetOf type, List<Term> members) implements Sym {
        public SetOf {
            members = List.copyOf(members);
        }
    }

    record Seq(Type.Seq type, Num length, List<Sym> places) implements Sym {
        public Seq {
            places = List.copyOf(places);
        }
    }

    /** @param counts how often each value of the element type is in it, in order */
    record Bag(Type.Bag type, List<Num> counts) implements Sym {
        public Bag {
            counts = List.copyOf(counts);
        }
    }

    record MapOf(Type.MapOf type, List<Sym> entries) implements Sym {
        public MapOf {
            entries = List.copyOf(entries);
        }
    }
}
