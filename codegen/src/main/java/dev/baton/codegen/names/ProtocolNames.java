package dev.baton.codegen.names;

import com.palantir.javapoet.ClassName;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What everything that is declared is called in Java. One declaration, one name, the same in all files; where Java, the
 * JDK or the runtime has it already, the next best one: a kernel {@code Core} is a {@code CoreKernel}.
 */
public final class ProtocolNames {
    private static final Set<String> OF_OBJECTS =
            Set.of("getClass", "hashCode", "equals", "toString", "notify", "notifyAll", "wait", "clone", "finalize");

    /** Members that the machine's class has from the runtime. */
    private static final Set<String> OF_MACHINES = Set.of(
            "kernel",
            "core",
            "environment",
            "actor",
            "actors",
            "array",
            "ints",
            "word",
            "words",
            "ipi",
            "channel",
            "channels",
            "resource",
            "resources",
            "doorbells",
            "identity",
            "atomicity",
            "memory",
            "lives",
            "rests",
            "signals",
            "storeBuffer",
            "storeBuffers",
            "members",
            "isOn",
            "isLocked",
            "isSequential",
            "isStopped",
            "lock",
            "stop",
            "journal",
            "IDENTITY");

    /** Locals and parameters of its methods, which would hide its fields. */
    private static final Set<String> IN_MACHINES = Set.of(
            "value",
            "expected",
            "next",
            "amount",
            "old",
            "swapped",
            "from",
            "to",
            "message",
            "wanted",
            "code",
            "member",
            "owner",
            "self");

    /** The same of an actor's class. */
    private static final Set<String> OF_ACTORS = Set.of("core", "self", "machine", "program", "variables");

    private final String folder;
    private final ClassName machine;
    private final Map<String, ClassName> types = new LinkedHashMap<>();
    private final Map<String, ClassName> actors = new LinkedHashMap<>();
    private final Map<String, Type.Union> unions = new TreeMap<>();
    private final ClassName codes;
    private final Map<String, String> onMachine = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> onActors = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final NameScope classes;
    private final NameScope machineScope;

    public ProtocolNames(Protocol protocol, String folder) {
        this.folder = folder;
        this.classes = new NameScope(RuntimeNames.taken());
        this.machineScope = new NameScope(union(OF_OBJECTS, OF_MACHINES));
        machine = type(protocol.name(), "Machine");
        for (Actor a : protocol.actors()) {
            actors.put(a.name(), type(a.name(), kind(a.kind())));
        }
        for (Type t : protocol.types()) {
            switch (t) {
                case Type.Enumeration e -> types.put(e.name(), type(e.name(), "Enum"));
                case Type.Struct s -> types.put(s.name(), type(s.name(), "Record"));
                case Type.Union u -> {}
                case Type.Index i -> {}
                case Type.Bool b -> {}
                case Type.Range r -> {}
                case Type.Option o -> {}
                case Type.SetOf s -> {}
                case Type.Seq s -> {}
                case Type.Bag b -> {}
                case Type.MapOf m -> {}
            }
        }
        new UnionNames(protocol).wishes().forEach((key, wish) -> types.put(key, type(wish, "Union")));
        codes = type("Types", "OfProtocol");
        NameScope constants = machineScope;
        protocol.parameters().forEach(p -> parameters.put(p.name(), constants.take(Identifiers.constant(p.name()))));
        protocol.variables().forEach(m -> field(m.variable().name()));
        protocol.channels().forEach(c -> field(c.name()));
        protocol.ipis().forEach(i -> field(i.name()));
        protocol.definitions().forEach(d -> onMachine.put(d.name(), machineScope.take(Identifiers.camel(d.name()))));
        protocol.resources().forEach(r -> field(r.index().name()));
        protocol.actors().forEach(a -> {
            String name = Identifiers.camel(a.name());
            onMachine.put("actor " + a.name(), field(name, name + kind(a.kind())));
        });
        protocol.actors().forEach(this::actor);
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }

    private static String kind(Actor.Kind kind) {
        return switch (kind) {
            case KERNEL -> "Kernel";
            case CORE -> "OnCore";
            case ENVIRONMENT -> "Environment";
        };
    }

    private ClassName type(String wish, String kind) {
        String name = Identifiers.pascal(wish);
        boolean ours = classes.free(name) && !ofJavaLang(name);
        return ClassName.get(folder, classes.take(ours ? name : name + kind));
    }

    private static boolean ofJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private void field(String declared) {
        String name = Identifiers.camel(declared);
        onMachine.put(declared, field(name, name));
    }

    private String field(String wanted, String otherwise) {
        NameScope scope = machineScope.inner();
        IN_MACHINES.forEach(scope::take);
        return machineScope.take(scope.take(wanted, otherwise));
    }

    private void actor(Actor a) {
        NameScope scope = new NameScope(union(OF_OBJECTS, OF_ACTORS));
        Map<String, String> names = new LinkedHashMap<>();
        a.variables().forEach(v -> names.put(local(v), scope.take(Identifiers.camel(local(v)))));
        a.interrupts().forEach(i -> names.put(i.ipi(), scope.take(Identifiers.camel(i.ipi()))));
        a.tasks().forEach(t -> names.put(t.name(), scope.take(Identifiers.camel(t.name()))));
        a.actions().forEach(x -> names.put(x.name(), scope.take(Identifiers.camel(x.name()))));
        a.handlers().forEach(h -> names.put(h.name(), scope.take(Identifiers.camel(h.name()))));
        onActors.put(a.name(), names);
    }

    /** A private variable's name without its actor's. */
    public static String local(Variable v) {
        return v.name().substring(v.name().indexOf('.') + 1);
    }

    public String folder() {
        return folder;
    }

    public ClassName machine() {
        return machine;
    }

    /** The class that holds codes of types that have no class of their own. */
    public ClassName codes() {
        return codes;
    }

    public ClassName actor(String name) {
        return the(actors, name);
    }

    /** The simple names of all classes, which a constant would obscure. */
    public Set<String> classNames() {
        Set<String> all = new TreeSet<>();
        types.values().forEach(c -> all.add(c.simpleName()));
        actors.values().forEach(c -> all.add(c.simpleName()));
        all.add(machine.simpleName());
        return all;
    }

    /** Whether a type has a class; what holds resources has none. */
    public boolean isDeclared(String type) {
        return types.containsKey(type);
    }

    /** The class of an enumeration or record. */
    public ClassName type(String name) {
        return the(types, name);
    }

    /** The interface of a union: one for all unions of the same variants. */
    public ClassName union(Type.Union union) {
        unions.putIfAbsent(UnionNames.key(union), union);
        return types.computeIfAbsent(UnionNames.key(union), key -> type(UnionNames.joined(union), "Union"));
    }

    /** The unions that have been named, one of each set of variants. */
    public List<Type.Union> unions() {
        return List.copyOf(unions.values());
    }

    /** What a memory variable, channel, IPI, function or resource is called on the machine. */
    public String onMachine(String declared) {
        return the(onMachine, declared);
    }

    /** What the field of the machine is called that holds an actor. */
    public String actorOnMachine(String actor) {
        return the(onMachine, "actor " + actor);
    }

    /** A name for a member of the machine that something declared needs besides: {@code casHead}. */
    public String onMachine(String declared, String prefix) {
        String base = the(onMachine, declared);
        return onMachine.computeIfAbsent(
                prefix + " " + declared, key -> machineScope.take(prefix + Identifiers.pascal(base)));
    }

    /** What a variable, task, interrupt (by its IPI), action or handler is called in its actor's class. */
    public String onActor(String actor, String declared) {
        return the(the(onActors, actor), declared);
    }

    /** Names that a local in an actor's methods must not have. */
    public Set<String> takenOnActor(String actor) {
        Set<String> taken = new TreeSet<>(union(OF_OBJECTS, OF_ACTORS));
        taken.addAll(the(onActors, actor).values());
        return taken;
    }

    /** Names that a local in the machine's methods must not have. */
    public Set<String> takenOnMachine() {
        Set<String> taken = new TreeSet<>(union(OF_OBJECTS, OF_MACHINES));
        taken.addAll(onMachine.values());
        return taken;
    }

    /** The constant of a parameter; empty text if there is no such parameter. */
    public Map<String, String> parameters() {
        return parameters;
    }

    private static <V> V the(Map<String, V> map, String key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("`" + key + "` has no name");
        }
        return value;
    }
}
