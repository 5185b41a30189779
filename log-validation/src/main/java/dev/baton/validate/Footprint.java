package dev.baton.validate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cells that a step may read, on which alone it depends whether it can be taken and what it writes; and those that
 * it may write. What went wrong (rule 3) counts as neither.
 */
final class Footprint {
    private final Cells cells;
    private final Set<Cell> reads = new LinkedHashSet<>();
    private final Set<Cell> writes = new LinkedHashSet<>();

    private Footprint(Cells cells) {
        this.cells = cells;
    }

    /** Of an action, whose parameters are known as far as they are given. */
    static Footprint of(Action action, Map<String, Value> given, Cells cells) {
        Footprint footprint = new Footprint(cells);
        action.parameters().forEach(p -> footprint.read(p.domain(), given));
        action.lets().forEach(let -> footprint.read(let.value(), given));
        footprint.read(action.guard(), given);
        action.checks().forEach(check -> footprint.read(check.condition(), given));
        action.updates().forEach(u -> footprint.write(u.variable(), u.value(), given));
        return footprint;
    }

    /** Of a predicate. */
    static Footprint of(Expr predicate, Cells cells) {
        Footprint footprint = new Footprint(cells);
        footprint.read(predicate, Map.of());
        return footprint;
    }

    Set<Cell> reads() {
        return reads;
    }

    Set<Cell> writes() {
        return writes;
    }

    private void read(Expr expr, Map<String, Value> known) {
        switch (expr) {
            case Expr.Read e -> read(e.variable(), -1);
            case Expr.Apply e
            when e.op() == Op.AT && entry(e.arg(0), e.arg(1), known).isPresent() ->
                read(
                        ((Expr.Read) e.arg(0)).variable(),
                        entry(e.arg(0), e.arg(1), known).orElseThrow());
            case Expr.Let e -> {
                read(e.value(), known);
                read(e.body(), without(known, e.name()));
            }
            case Expr.Quantified e -> {
                read(e.binder().domain(), known);
                read(e.body(), without(known, e.binder().name()));
            }
            case Expr.Call e -> {
                Map<String, Value> arguments = new HashMap<>();
                for (int i = 0; i < e.args().size(); i++) {
                    String name = e.definition().parameters().get(i).name();
                    constant(e.args().get(i), known).ifPresent(value -> arguments.put(name, value));
                    read(e.args().get(i), known);
                }
                read(e.definition().body(), arguments);
            }
            case Expr.Apply e -> children(e, known);
            case Expr.Literal e -> children(e, known);
            case Expr.Constant e -> children(e, known);
            case Expr.Local e -> children(e, known);
            case Expr.Get e -> children(e, known);
            case Expr.Make e -> children(e, known);
            case Expr.With e -> children(e, known);
            case Expr.If e -> children(e, known);
            case Expr.Domain e -> children(e, known);
            case Expr.Is e -> children(e, known);
            case Expr.As e -> children(e, known);
            case Expr.Fits e -> children(e, known);
            case Expr.Query e -> children(e, known);
        }
    }

    private void children(Expr expr, Map<String, Value> known) {
        expr.children().forEach(child -> read(child, known));
    }

    private void read(Variable variable, int key) {
        if (variable.role() != Variable.Role.ERROR) {
            reads.add(new Cell(cells.position(variable), key));
        }
    }

    /** An update that puts entries into its own variable writes these alone, and does not read the others. */
    private void write(Variable variable, Expr value, Map<String, Value> known) {
        int position = cells.position(variable);
        if (value instanceof Expr.If e) {
            read(e.condition(), known);
            write(variable, e.then(), known);
            write(variable, e.otherwise(), known);
        } else if (value instanceof Expr.Apply e
                && e.op() == Op.PUT
                && key(variable, e.arg(1), known).isPresent()) {
            write(variable, e.arg(0), known);
            read(e.arg(2), known);
            writes.add(new Cell(position, key(variable, e.arg(1), known).orElseThrow()));
        } else if (!(value instanceof Expr.Read e && e.variable().equals(variable))) {
            read(value, known);
            writes.add(new Cell(position, -1));
        }
    }

    private Optional<Integer> entry(Expr map, Expr key, Map<String, Value> known) {
        return map instanceof Expr.Read read ? key(read.variable(), key, known) : Optional.empty();
    }

    private Optional<Integer> key(Variable variable, Expr key, Map<String, Value> known) {
        if (!(variable.type() instanceof Type.MapOf map) || !cells.split(cells.position(variable))) {
            return Optional.empty();
        }
        return constant(key, known).filter(k -> Domain.contains(map.key(), k)).map(k -> Domain.ordinal(map.key(), k));
    }

    private static Optional<Value> constant(Expr expr, Map<String, Value> known) {
        if (expr instanceof Expr.Local local) {
            return Optional.ofNullable(known.get(local.name()));
        }
        if (expr instanceof Expr.Constant constant) {
            return Optional.of(constant.value());
        }
        return expr instanceof Expr.Literal literal ? Optional.of(literal.value()) : Optional.empty();
    }

    private static Map<String, Value> without(Map<String, Value> known, String name) {
        if (!known.containsKey(name)) {
            return known;
        }
        Map<String, Value> fewer = new HashMap<>(known);
        fewer.remove(name);
        return fewer;
    }
}
