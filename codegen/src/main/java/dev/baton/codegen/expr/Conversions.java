package dev.baton.codegen.expr;

import dev.baton.model.type.Type;

/**
 * Values of a type as ones of a wider type. A variant is one of its union in Java too; an option, set or sequence of
 * variants is none of the union's until it is made anew.
 */
record Conversions(Expressions.Naming naming) {

    Term convert(Term value, Type from, Type to) {
        return switch (to) {
            case Type.Option t ->
                from instanceof Type.Option f && differ(f.element(), t.element())
                        ? Term.of(
                                "$L.<$T>map(x -> x)",
                                value.receiver(),
                                naming.types().boxed(t.element()))
                        : value;
            case Type.SetOf t ->
                from instanceof Type.SetOf f && differ(f.element(), t.element())
                        ? Term.of(
                                "$T.<$T>of($L.stream())",
                                dev.baton.codegen.names.RuntimeNames.SETS,
                                naming.types().boxed(t.element()),
                                value.receiver())
                        : value;
            case Type.Seq t ->
                from instanceof Type.Seq f && differ(f.element(), t.element())
                        ? Term.of(
                                "$L.stream().<$T>map(x -> x).toList()",
                                value.receiver(),
                                naming.types().boxed(t.element()))
                        : value;
            case Type.MapOf t -> value;
            case Type.Bool t -> value;
            case Type.Range t -> value;
            case Type.Enumeration t -> value;
            case Type.Index t -> value;
            case Type.Struct t -> value;
            case Type.Union t -> value;
            case Type.Bag t -> value;
        };
    }

    private boolean differ(Type from, Type to) {
        return !naming.types().boxed(from).equals(naming.types().boxed(to));
    }
}
