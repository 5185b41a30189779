package dev.baton.cli.differential;

import dev.baton.model.type.Type;

/** An expression's text, and the type the front end gives it. */
record Made(String text, Type type) {

    static Made range(String text, long low, long high) {
        return new Made(text, Type.Range.of((int) low, (int) high));
    }

    int low() {
        return ((Type.Range) type).low();
    }

    int high() {
        return ((Type.Range) type).high();
    }

    /** Whether a value of type {@code from} can be one of {@code to}; whether it is, is asked at run time. */
    static boolean goes(Type from, Type to) {
        return switch (to) {
            case Type.Range t -> from instanceof Type.Range f && f.low() <= t.high() && t.low() <= f.high();
            case Type.Option t -> from instanceof Type.Option f && alike(f.element(), t.element());
            case Type.SetOf t -> from instanceof Type.SetOf f && alike(f.element(), t.element());
            case Type.Seq t -> from instanceof Type.Seq f && alike(f.element(), t.element());
            case Type.Bool t -> from instanceof Type.Bool;
            case Type.Enumeration t -> from.equals(t);
            case Type.Index t -> from.equals(t);
            case Type.Struct t -> from.equals(t);
            case Type.Union t ->
                from.equals(t) || (from instanceof Type.Struct s && t.variants().contains(s));
            case Type.MapOf t -> from.equals(t);
            case Type.Bag t -> false;
        };
    }

    private static boolean alike(Type from, Type to) {
        return to instanceof Type.Range ? from instanceof Type.Range : goes(from, to);
    }
}
