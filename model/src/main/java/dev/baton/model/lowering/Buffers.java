package dev.baton.model.lowering;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.type.Containment;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Store buffers under total store order (rule 9): for each kind of core that stores to such memory a variable that
 * holds a sequence of pending stores for each core, the oldest first.
 *
 * <p>The model is x86-TSO: P. Sewell, S. Sarkar, S. Owens, F. Zappa Nardelli, M. O. Myreen: "x86-TSO: a rigorous and
 * usable programmer's model for x86 multiprocessors", CACM 53(7), 2010.
 */
final class Buffers {

    /** A kind of pending store: to which variable, along which path (keys left open). */
    record Cell(Type.Struct store, Variable variable, List<Place.Step> shape, Type value) {}

    /** The buffer of one core: its variable, and its key there if the variable is a map. */
    record Ref(Variable variable, Optional<Expr> key) {
        Expr get(Expr variableNow) {
            return key.map(k -> Exprs.at(variableNow, k)).orElse(variableNow);
        }

        Expr put(Expr variableNow, Expr buffer) {
            return key.map(k -> Exprs.put(variableNow, k, buffer)).orElse(buffer);
        }
    }

    /** The parameter of the definitions of {@link #seen}. */
    static final String STORES = "stores";

    /** A key in the name of a shape. */
    private static final String KEY = "[]";

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<Variable, java.util.Set<Cell>> reachable = new LinkedHashMap<>();
    private final Map<String, Definition> seen = new LinkedHashMap<>();
    private final Names names;
    private final String storeName;
    private final int capacity;

    Buffers(Protocol protocol, Names names) {
        this.names = names;
        this.storeName = names.type("Store");
        List<Protocol.Memory> tso = protocol.variables().stream()
                .filter(m -> m.model() == Protocol.Memory.Model.TSO)
                .toList();
        capacity = tso.stream().mapToInt(Protocol.Memory::buffer).max().orElse(0);
        List<Usage.Store> stores = Usage.of(protocol).stores().stream()
                .filter(s -> s.actor().kind() != Actor.Kind.ENVIRONMENT)
                .filter(s -> tso.stream().anyMatch(m -> m.variable().equals(root(s.place()))))
                .toList();
        stores.forEach(s -> cell(s.place()));
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (Usage.Store s : stores) {
            Core core = core(s);
            if (core instanceof Core.Numbered n && n.number().type() instanceof Type.Range r) {
                low = Math.min(low, r.low());
                high = Math.max(high, r.high());
            }
        }
        for (Usage.Store s : stores) {
            Type queue = new Type.Seq(storeType(), capacity);
            Expr empty = Exprs.literal(Domain.first(queue), queue);
            switch (core(s)) {
                case Core.Own own -> {
                    Type.Index index = own.index();
                    Type type = index.single() ? queue : new Type.MapOf(index, queue);
                    variables.computeIfAbsent(
                            index.name(),
                            name -> variable(names.variable(name + ".buffer"), type, World.each(index, empty)));
                }
                case Core.Numbered n -> {
                    Type.Range numbers = Type.Range.of(low, high);
                    Expr init = World.mapOf("c", numbers, empty);
                    variables.computeIfAbsent(
                            "", name -> variable(names.variable("core.buffer"), new Type.MapOf(numbers, queue), init));
                }
                case Core.None none -> {}
            }
            of(core(s))
                    .ifPresent(ref -> reachable
                            .computeIfAbsent(ref.variable(), v -> new java.util.LinkedHashSet<>())
                            .add(World.the(cells, shapeName(s.place()))));
        }
        tso.forEach(m -> see(m.variable()));
    }

    private static Core core(Usage.Store s) {
        return Core.of(
                s.actor(),
                Core.placement(s.actor(), s.unit()),
                Exprs.local("self", s.actor().index()));
    }

    private static Variable variable(String name, Type type, Expr init) {
        return new Variable(name, type, init, Variable.Role.BUFFER, Optional.empty(), Span.NONE);
    }

    private static Variable root(Place place) {
        return ((Place.VariableRoot) place.root()).variable();
    }

    /** Places of one shape go through the same fields and keys: a map is of another shape than its entries. */
    private static String shapeName(Place place) {
        StringBuilder name = new StringBuilder(root(place).name());
        place.path().forEach(step -> name.append(step instanceof Place.Field f ? "." + f.name() : KEY));
        return name.toString();
    }

    private void cell(Place place) {
        String name = shapeName(place);
        if (cells.containsKey(name)) {
            return;
        }
        List<Type.Field> fields = new ArrayList<>();
        Type at = root(place).type();
        for (Place.Step step : place.path()) {
            if (step instanceof Place.Key) {
                Type key = at instanceof Type.MapOf map
                        ? map.key()
                        : Type.Range.of(0, Math.max(0, ((Type.Seq) at).capacity() - 1));
                fields.add(new Type.Field(fields.isEmpty() ? "at" : "at" + (fields.size() + 1), key));
            }
            at = Places.childType(at, step);
        }
        fields.add(new Type.Field("value", at));
        cells.put(
                name,
                new Cell(
                        new Type.Struct(names.type(name.replace(KEY, "").replace('.', '_')), fields),
                        root(place),
                        place.path(),
                        at));
    }

    private Type storeType() {
        List<Type.Struct> all = cells.values().stream().map(Cell::store).toList();
        return all.size() == 1 ? all.getFirst() : new Type.Union(storeName, all);
    }

    List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    /** The kinds of stores that a buffer variable can hold. */
    List<Cell> cells(Variable buffer) {
        return List.copyOf(reachable.getOrDefault(buffer, java.util.Set.of()));
    }

    /** How a core sees variables under total store order, by the variable's name. */
    Map<String, Definition> seen() {
        return seen;
    }

    List<Type> types() {
        List<Type> types =
                new ArrayList<>(cells.values().stream().map(Cell::store).toList());
        if (types.size() > 1) {
            types.add(storeType());
        }
        return types;
    }

    int capacity() {
        return capacity;
    }

    /** The buffer of a core, if it has one at all. */
    Optional<Ref> of(Core core) {
        return switch (core) {
            case Core.None none -> Optional.empty();
            case Core.Own own ->
                Optional.ofNullable(variables.get(own.index().name()))
                        .map(v -> new Ref(v, own.index().single() ? Optional.empty() : Optional.of(own.member())));
            case Core.Numbered n ->
                Optional.ofNullable(variables.get(""))
                        .filter(v -> Containment.within(n.number().type(), ((Type.MapOf) v.type()).key()))
                        .map(v -> new Ref(v, Optional.of(n.number())));
        };
    }

    /** The pending store of a value to a place, its keys evaluated. */
    Expr store(Place place, List<Place.Step> path, Expr value) {
        Cell cell = World.the(cells, shapeName(place));
        List<Expr> fields = new ArrayList<>();
        path.forEach(step -> {
            if (step instanceof Place.Key key) {
                fields.add(key.key());
            }
        });
        fields.add(value);
        return new Expr.Make(cell.store(), fields, Span.NONE);
    }

    /** The variable after a pending store of this cell's kind has reached it. */
    static Expr drained(Cell cell, Expr variable, Expr entry, boolean union) {
        Expr store = union ? new Expr.As(entry, cell.store(), Span.NONE) : entry;
        List<Place.Step> path = new ArrayList<>();
        int key = 0;
        for (Place.Step step : cell.shape()) {
            if (step instanceof Place.Key) {
                Type.Field field = cell.store().fields().get(key++);
                path.add(new Place.Key(new Expr.Get(store, field.name(), field.type(), Span.NONE)));
            } else {
                path.add(step);
            }
        }
        return Places.put(variable, path, new Expr.Get(store, "value", cell.value(), Span.NONE));
    }

    boolean isUnion() {
        return cells.size() > 1;
    }

    /** That an entry is a store of this cell's kind. */
    Expr is(Cell cell, Expr entry) {
        return isUnion() ? new Expr.Is(entry, cell.store().name(), Span.NONE) : Expr.TRUE;
    }

    private void see(Variable variable) {
        List<Cell> mine = cells.values().stream()
                .filter(c -> c.variable().equals(variable))
                .toList();
        if (mine.isEmpty() || variables.isEmpty()) {
            return;
        }
        Type queue = new Type.Seq(storeType(), capacity);
        Expr result = after(capacity, mine, variable);
        for (int i = capacity - 1; i >= 1; i--) {
            result = new Expr.Let("after" + i, after(i, mine, variable), result, Span.NONE);
        }
        String doc = "What a core with this store buffer reads from `" + variable.name() + "`: its own stores first.";
        seen.put(
                variable.name(),
                new Definition(
                        names.definition("seen_" + variable.name()),
                        List.of(new Definition.Parameter(STORES, queue)),
                        variable.type(),
                        result,
                        Optional.of(doc),
                        variable.span()));
    }

    /** What a variable looks like after the i-th store of a buffer, if there are so many. */
    private Expr after(int i, List<Cell> ofVariable, Variable variable) {
        Expr stores = Exprs.local(STORES, new Type.Seq(storeType(), capacity));
        Expr there = Exprs.apply(Op.GT, Type.BOOL, Exprs.size(stores), Exprs.literal(i - 1));
        Expr entry = Exprs.apply(Op.SEQ_AT, storeType(), stores, Exprs.literal(i - 1));
        Expr before = lastSeen(i - 1, variable);
        Expr after = before;
        for (Cell cell : ofVariable.reversed()) {
            Expr mine = Exprs.and(there, is(cell, entry));
            after = Exprs.choose(variable.type(), mine, drained(cell, before, entry, isUnion()), after);
        }
        return after;
    }

    private static Expr lastSeen(int i, Variable variable) {
        return i == 0 ? Exprs.read(variable) : Exprs.local("after" + i, variable.type());
    }
}
