package dev.baton.cli.differential;

import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Draws types, small ones: a protocol of many values has too many states. */
final class DrawTypes {
    private static final BigInteger MOST = BigInteger.valueOf(9);

    private final World world;
    private final Choices choices;

    DrawTypes(World world) {
        this.world = world;
        this.choices = world.choices;
    }

    /** Enumerations, records and index types, with their text. */
    List<String> declare() {
        List<String> text = new ArrayList<>();
        boolean data = world.has(World.Feature.DATA);
        if (choices.chance(30)) {
            String name = world.name("N");
            int value = choices.between(1, 2);
            world.params.add(new World.Param(name, value));
            text.add(
                    choices.chance(50)
                            ? "param " + name + ": 1..3 = " + value
                            : "const " + name + " = " + (choices.chance(50) ? "2 * 1 - " + (2 - value) : "" + value));
        }
        if (choices.chance(data ? 70 : 30)) {
            List<String> members = new ArrayList<>();
            for (int i = choices.between(2, 3); i > 0; i--) {
                members.add(world.name("A"));
            }
            Type.Enumeration type = new Type.Enumeration(world.name("Enum"), members);
            world.types.add(type);
            text.add("enum " + type + " { " + String.join(", ", members) + " }");
        }
        if (choices.chance(data ? 50 : 15)) {
            Type.Index type = new Type.Index(world.name("Page"), choices.between(1, 2), "", false);
            world.plainIndexes.add(type);
            text.add("index " + type + "[" + type.size() + "]");
        }
        if (choices.chance(data ? 60 : 15)) {
            List<Type.Field> fields = new ArrayList<>();
            for (int i = choices.between(1, 2); i > 0; i--) {
                fields.add(new Type.Field("f" + i, choices.chance(20) ? small() : scalar()));
            }
            Type.Struct type = new Type.Struct(world.name("Rec"), fields);
            world.types.add(type);
            text.add("record " + fields(type));
        }
        return text;
    }

    /** Messages, for channels to carry. */
    List<String> messages() {
        List<String> text = new ArrayList<>();
        for (int i = choices.chance(70) ? 2 : 1; i > 0; i--) {
            List<Type.Field> fields = new ArrayList<>();
            if (choices.chance(50)) {
                fields.add(new Type.Field("f1", scalar()));
            }
            Type.Struct type = new Type.Struct(world.name("Msg"), fields);
            world.messages.add(type);
            text.add("message " + (fields.isEmpty() ? type.name() : fields(type)));
        }
        return text;
    }

    static String fields(Type.Struct type) {
        List<String> all = type.fields().stream()
                .map(f -> f.name() + ": " + text(f.type()))
                .toList();
        return type.name() + " { " + String.join(", ", all) + " }";
    }

    /** A type without parts. */
    Type scalar() {
        List<Type> named = new ArrayList<>();
        world.types.stream().filter(Type.Enumeration.class::isInstance).forEach(named::add);
        named.addAll(world.indexes());
        return switch (choices.below(named.isEmpty() ? 5 : 7)) {
            case 0 -> Type.BOOL;
            case 1 -> Type.Range.of(0, 1);
            case 2, 3 -> Type.Range.of(0, 2);
            case 4 -> Type.Range.of(choices.between(-1, 1), choices.between(1, 2));
            default -> choices.of(named);
        };
    }

    /** Any type that is not too large; no map. */
    Type small() {
        Type type = any();
        return Domain.size(type).compareTo(MOST) > 0 ? scalar() : type;
    }

    private Type any() {
        List<Type> structs = new ArrayList<>(world.types);
        structs.addAll(world.messages);
        return switch (choices.below(world.has(World.Feature.DATA) ? 12 : 5)) {
            case 0, 1, 2 -> scalar();
            case 3 -> new Type.Option(scalar());
            case 4 -> choices.chance(50) ? union() : structs.isEmpty() ? scalar() : choices.of(structs);
            case 5, 6 -> new Type.SetOf(scalar());
            case 7, 8 -> new Type.Seq(scalar(), choices.between(1, 2));
            case 9 -> structs.isEmpty() ? scalar() : new Type.Option(choices.of(structs));
            case 10 -> union();
            default -> new Type.SetOf(choices.chance(50) ? new Type.Option(scalar()) : scalar());
        };
    }

    /** Two messages or records, if there are. */
    Type union() {
        List<Type.Struct> structs = new ArrayList<>(world.messages);
        world.types.stream()
                .filter(Type.Struct.class::isInstance)
                .map(Type.Struct.class::cast)
                .forEach(structs::add);
        return structs.size() < 2 ? scalar() : union(structs.subList(0, 2));
    }

    static Type union(List<Type.Struct> variants) {
        List<String> names = variants.stream().map(Type.Struct::name).toList();
        return variants.size() == 1 ? variants.getFirst() : new Type.Union(String.join(" | ", names), variants);
    }

    /** A key of maps. */
    Type key() {
        return switch (choices.below(4)) {
            case 0 -> Type.BOOL;
            case 1 -> Type.Range.of(0, 1);
            default -> {
                List<Type> keys = new ArrayList<>(world.indexes());
                world.types.stream().filter(Type.Enumeration.class::isInstance).forEach(keys::add);
                yield keys.isEmpty() ? Type.Range.of(0, 1) : choices.of(keys);
            }
        };
    }

    /** How a type is written. */
    static String text(Type type) {
        return switch (type) {
            case Type.Option t when t.element() instanceof Type.Union -> "(" + t.element() + ")?";
            case Type.Option t -> text(t.element()) + "?";
            case Type.SetOf t -> "set<" + text(t.element()) + ">";
            case Type.Seq t -> "seq<" + text(t.element()) + ", " + t.capacity() + ">";
            case Type.Bool t -> "bool";
            case Type.Range t -> t.low() + ".." + t.high();
            case Type.Enumeration t -> t.name();
            case Type.Index t -> t.name();
            case Type.Struct t -> t.name();
            case Type.Union t -> t.name();
            case Type.Bag t -> throw new IllegalArgumentException("nobody writes bags");
            case Type.MapOf t -> throw new IllegalArgumentException("maps are declared with their variable");
        };
    }
}
