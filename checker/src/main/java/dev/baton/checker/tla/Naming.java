package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Reserved;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What everything is called in the module. A name stays as the designer wrote it where it is free; variables lose the
 * actor's name where what is left is unique and says enough; a clash with anything gets {@code _2}, {@code _3}, … in a
 * fixed order.
 */
final class Naming {
    static final String VARS = "vars";
    static final String INIT = "Init";
    static final String NEXT = "Next";
    static final String SPEC = "Spec";
    static final String TYPE_OK = "TypeOK";
    static final String FAIL = "Fail";
    static final String TERMINATING = "Terminating";
    static final String NO_DEADLOCK = "NoDeadlock";
    static final String SYMMETRY = "Symmetry";
    static final String NONE = "None";

    /** Names that begin so are kept for the checker's own module, see {@link LatchModule}. */
    static final String LATCHED = "Once";

    private static final List<String> FIXED =
            List.of(VARS, INIT, NEXT, SPEC, TYPE_OK, FAIL, TERMINATING, NO_DEADLOCK, SYMMETRY, NONE);

    /** What a name is for: the key under which it is found again. */
    private enum Kind {
        PARAMETER,
        MEMBER,
        CONSTANT,
        DEFINITION,
        VARIABLE,
        ACTION,
        UNIT
    }

    private record Key(Kind kind, String name) {}

    private final Set<String> taken = new HashSet<>(FIXED);
    private final Map<Key, String> names = new HashMap<>();
    private final Map<Survey.TypeName, String> types = new HashMap<>();
    private final Map<Property, String> properties = new HashMap<>();
    private final String module;

    private Naming(TransitionSystem system, Survey survey, Encoding encoding) {
        Prelude.neededBy(survey).forEach(p -> taken.add(p.operator()));
        module = claim(system.name());
        system.parameters().forEach(p -> name(Kind.PARAMETER, p.name()));
        variables(system, survey);
        survey.namedTypes().forEach(this::type);
        for (Type type : survey.namedTypes()) {
            if (type instanceof Type.Index index && encoding.modelValues(index) && !index.single()) {
                members(index);
            }
        }
        survey.constants().stream()
                .map(Expr.Constant::name)
                .filter(name -> !names.containsKey(new Key(Kind.PARAMETER, name)))
                .forEach(name -> name(Kind.CONSTANT, name));
        system.definitions().forEach(d -> name(Kind.DEFINITION, d.name()));
        system.properties().forEach(p -> property(p, system.properties()));
        system.actions().forEach(a -> name(Kind.ACTION, a.name()));
        system.fairness().forEach(this::nameUnit);
    }

    static Naming of(TransitionSystem system, Survey survey, Encoding encoding) {
        return new Naming(system, survey, encoding);
    }

    String module() {
        return module;
    }

    String parameter(String name) {
        return get(Kind.PARAMETER, name);
    }

    /** A type's set, or the value of a single kernel's type. */
    String typeName(Type type) {
        String name = types.get(Survey.TypeName.of(type));
        if (name == null) {
            throw new IllegalStateException("the system has no type " + type);
        }
        return name;
    }

    /** A model value. */
    String member(Type.Index index, int ordinal) {
        return index.single() ? typeName(index) : get(Kind.MEMBER, index.name() + ordinal);
    }

    /** A {@code param} or {@code const}. */
    String constant(String name) {
        String parameter = names.get(new Key(Kind.PARAMETER, name));
        return parameter != null ? parameter : get(Kind.CONSTANT, name);
    }

    String definition(Definition definition) {
        return get(Kind.DEFINITION, definition.name());
    }

    String variable(Variable variable) {
        return get(Kind.VARIABLE, variable.name());
    }

    String action(Action action) {
        return get(Kind.ACTION, action.name());
    }

    String unit(Fairness unit) {
        return get(Kind.UNIT, unit.name());
    }

    String property(Property property) {
        String name = properties.get(property);
        if (name == null) {
            throw new IllegalStateException("the system has no property " + property.name());
        }
        return name;
    }

    /** Whether the module defines, declares or inherits a name, so that nothing may bind it. */
    boolean global(String name) {
        return taken.contains(name) || Reserved.contains(name);
    }

    private String get(Kind kind, String name) {
        String found = names.get(new Key(kind, name));
        if (found == null) {
            throw new IllegalStateException("no " + kind + " is called " + name);
        }
        return found;
    }

    private void type(Type type) {
        types.put(Survey.TypeName.of(type), claim(untyped(typeWord(type))));
    }

    /** A designer's own name as it is; one that Baton made up is told as a person would name a set. */
    private static String typeWord(Type type) {
        String name = type.toString();
        if (Reserved.identifier(name).equals(name)) {
            return name;
        }
        return type instanceof Type.Union
                ? "Message"
                : Arrays.stream(name.split("[^A-Za-z0-9]+"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private void nameUnit(Fairness unit) {
        boolean free = !global(Reserved.identifier(unit.name()));
        names.put(new Key(Kind.UNIT, unit.name()), claim(free ? unit.name() : unit.name() + "_steps"));
    }

    private void name(Kind kind, String name) {
        names.put(new Key(kind, name), claim(name));
    }

    private String claim(String wanted) {
        String plain = Reserved.identifier(wanted);
        String identifier = Reserved.prefixed(plain) || plain.startsWith(LATCHED) ? "n" + plain : plain;
        String name = identifier;
        for (int i = 2; global(name); i++) {
            name = identifier + "_" + i;
        }
        taken.add(name);
        return name;
    }

    private void members(Type.Index index) {
        for (int i = 0; i < index.size(); i++) {
            names.put(new Key(Kind.MEMBER, index.name() + i), claim(untyped(index.name() + i)));
        }
    }

    /** TLC gives model values whose name is a letter, {@code _} and more a kind of their own: none is called so. */
    private static String untyped(String name) {
        return name.matches("[A-Za-z]_.*") ? "m" + name : name;
    }

    private void variables(TransitionSystem system, Survey survey) {
        List<String> wanted = new ArrayList<>();
        Stream.of(
                        survey.namedTypes().stream().map(Naming::typeWord),
                        system.definitions().stream().map(Definition::name),
                        system.actions().stream().map(Action::name),
                        system.fairness().stream().map(Fairness::name),
                        system.properties().stream().map(Property::name),
                        system.variables().stream().map(v -> shortName(v.name())))
                .flatMap(names -> names)
                .forEach(wanted::add);
        for (Variable variable : system.variables()) {
            String brief = shortName(variable.name());
            boolean free = variable.role() != Variable.Role.BUDGET
                    && !global(brief)
                    && wanted.stream().filter(brief::equals).count() == 1;
            names.put(new Key(Kind.VARIABLE, variable.name()), claim(free ? brief : variable.name()));
        }
    }

    private static String shortName(String variable) {
        return Reserved.identifier(variable.substring(variable.lastIndexOf('.') + 1));
    }

    /** An {@code until} is two properties of one name: the part that is an invariant says so. */
    private void property(Property property, List<Property> all) {
        boolean part = property.kind().stateInvariant()
                && all.stream().filter(p -> p.name().equals(property.name())).count() > 1;
        if (property.kind() == Property.Kind.DEADLOCK_FREE) {
            properties.put(property, NO_DEADLOCK);
            return;
        }
        String cover = property.kind() == Property.Kind.COVER ? "Cover_" : "";
        properties.put(property, claim(cover + property.name() + (part ? "_invariant" : "")));
    }
}
