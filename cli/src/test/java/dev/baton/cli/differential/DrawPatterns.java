package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws patterns, and binds what they bind. */
final class DrawPatterns {
    private final World world;
    private final Choices choices;
    private final DrawExpressions expressions;

    DrawPatterns(World world, DrawExpressions expressions) {
        this.world = world;
        this.choices = world.choices;
        this.expressions = expressions;
    }

    /** A pattern that some values of the type match; what it binds is added to {@code into}. */
    String any(Type type, Scope into) {
        return switch (type) {
            case Type.Option t -> choices.chance(75) ? some(t, into) : "none";
            case Type.Struct t -> choices.chance(75) ? variant(t, into) : anything(t, into);
            case Type.Union t -> choices.chance(80) ? variant(choices.of(t.variants()), into) : anything(t, into);
            case Type.Bool t -> choices.chance(50) ? "true" : anything(t, into);
            case Type.Range t ->
                choices.chance(40) ? expressions.literal(t, Scope.of(Scope.Kind.PURE)) : anything(t, into);
            case Type.Enumeration t -> choices.chance(60) ? choices.of(t.members()) : anything(t, into);
            case Type.Index t -> anything(t, into);
            case Type.SetOf t -> anything(t, into);
            case Type.Seq t -> anything(t, into);
            case Type.Bag t -> anything(t, into);
            case Type.MapOf t -> anything(t, into);
        };
    }

    /** A pattern for a test, which some value does not match; literals are compared, not matched. */
    String telling(Type type, Scope into) {
        return switch (type) {
            case Type.Option t -> choices.chance(75) ? some(t, into) : "none";
            case Type.Union t -> variant(choices.of(t.variants()), into);
            case Type.Struct t -> variant(t, into);
            case Type.Bool t -> throw noPatterns(t);
            case Type.Range t -> throw noPatterns(t);
            case Type.Enumeration t -> throw noPatterns(t);
            case Type.Index t -> throw noPatterns(t);
            case Type.SetOf t -> throw noPatterns(t);
            case Type.Seq t -> throw noPatterns(t);
            case Type.Bag t -> throw noPatterns(t);
            case Type.MapOf t -> throw noPatterns(t);
        };
    }

    private static IllegalArgumentException noPatterns(Type type) {
        return new IllegalArgumentException("no test has a pattern for " + type);
    }

    /** Whether there are patterns for a test of such a value. */
    static boolean tells(Type type) {
        return type instanceof Type.Option || type instanceof Type.Union || type instanceof Type.Struct;
    }

    /** One pattern for an arm of a {@code match} and the rest: {@code else} closes what is open. */
    List<String> arms(Type type, List<Scope> scopes) {
        List<String> arms = new ArrayList<>();
        switch (type) {
            case Type.Option t -> {
                arms.add(some(t, scopes.get(0)));
                arms.add(choices.chance(50) ? "none" : "else");
            }
            case Type.Union t -> {
                for (int i = 0; i < t.variants().size(); i++) {
                    arms.add(variant(t.variants().get(i), scopes.get(i)));
                }
                if (choices.chance(30)) {
                    arms.set(arms.size() - 1, "else");
                }
            }
            case Type.Enumeration t -> {
                arms.add(t.members().getFirst());
                arms.add("else");
            }
            case Type.Bool t -> {
                arms.add("true");
                arms.add("false");
            }
            case Type.Range t -> {
                arms.add(String.valueOf(t.low()));
                arms.add("else");
            }
            case Type.Struct t -> arms.add(variant(t, scopes.get(0)));
            case Type.Index t -> arms.add("else");
            case Type.SetOf t -> arms.add("else");
            case Type.Seq t -> arms.add("else");
            case Type.Bag t -> arms.add("else");
            case Type.MapOf t -> arms.add("else");
        }
        return arms;
    }

    private String some(Type.Option t, Scope into) {
        return choices.chance(20) ? "some(_)" : "some(" + bind(t.element(), into) + ")";
    }

    private String variant(Type.Struct t, Scope into) {
        Optional<Type.Field> field = t.fields().isEmpty() ? Optional.empty() : Optional.of(choices.of(t.fields()));
        int shape = choices.below(3);
        // a small letter on the left of a test's `=` is taken for a slip of `==`
        boolean plain = shape == 0 && Character.isUpperCase(t.name().charAt(0));
        return switch (shape) {
            case 0, 1 -> plain ? t.name() : t.name() + " " + bind(t, into);
            default ->
                field.map(f -> {
                            String name = world.name("x");
                            into.add(new Scope.Local(name, f.type(), false));
                            return t.name() + " { " + f.name() + ": " + name + " }";
                        })
                        .orElseGet(() -> t.name() + " " + bind(t, into));
        };
    }

    private String anything(Type type, Scope into) {
        return choices.chance(50) ? "_" : bind(type, into);
    }

    private String bind(Type type, Scope into) {
        String name = local();
        into.add(new Scope.Local(name, type, false));
        return name;
    }

    /** A pattern that is an upper-case name would be taken for a variant. */
    private String local() {
        String name = world.name("x");
        return Character.isUpperCase(name.charAt(0)) ? world.fresh("x") : name;
    }
}
