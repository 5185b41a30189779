package dev.baton.model.type;

/** Which types lie within which, as sets of values. */
public final class Containment {
    private Containment() {}

    /** Whether every value of {@code inner} is one of {@code outer}; then a store needs no check. */
    public static boolean within(Type inner, Type outer) {
        return switch (outer) {
            case Type.Bool o -> inner instanceof Type.Bool;
            case Type.Range o -> inner instanceof Type.Range i && o.low() <= i.low() && i.high() <= o.high();
            case Type.Enumeration o ->
                inner instanceof Type.Enumeration i && i.name().equals(o.name());
            case Type.Index o -> inner instanceof Type.Index i && i.name().equals(o.name()) && i.size() <= o.size();
            case Type.Struct o -> inner instanceof Type.Struct i && i.name().equals(o.name());
            case Type.Union o ->
                switch (inner) {
                    case Type.Struct i -> o.variant(i.name()).isPresent();
                    case Type.Union i ->
                        i.variants().stream().allMatch(v -> o.variant(v.name()).isPresent());
                    case Type.Bool i -> false;
                    case Type.Range i -> false;
                    case Type.Enumeration i -> false;
                    case Type.Index i -> false;
                    case Type.Option i -> false;
                    case Type.SetOf i -> false;
                    case Type.Seq i -> false;
                    case Type.Bag i -> false;
                    case Type.MapOf i -> false;
                };
            case Type.Option o -> inner instanceof Type.Option i && within(i.element(), o.element());
            case Type.SetOf o -> inner instanceof Type.SetOf i && within(i.element(), o.element());
            case Type.Seq o ->
                inner instanceof Type.Seq i && i.capacity() <= o.capacity() && within(i.element(), o.element());
            case Type.Bag o ->
                inner instanceof Type.Bag i && i.capacity() <= o.capacity() && within(i.element(), o.element());
            case Type.MapOf o ->
                inner instanceof Type.MapOf i
                        && within(i.key(), o.key())
                        && within(o.key(), i.key())
                        && within(i.value(), o.value());
        };
    }
}
