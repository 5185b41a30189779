package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.names.NameScope;
import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places before steps of one actor, as constants of its {@code enum At}. */
public final class Points {

    /** A place: its constant, and the locals that are told there. */
    public record Point(String constant, String unit, String label, int line, List<Told> locals) {}

    /** A local that is told at a place. */
    public record Told(String name, Type type) {}

    private final List<Point> all = new ArrayList<>();
    private final IdentityHashMap<Stmt, Point> ofStatement = new IdentityHashMap<>();
    private final Map<String, Point> ofUnit = new LinkedHashMap<>();
    private final NameScope scope = new NameScope(Set.of());

    Points(Protocol protocol, Actor actor, ControlPoints control) {
        for (ControlPoints.Unit unit : control.units()) {
            if (unit.actor().name().equals(actor.name())) {
                unit.points().forEach(p -> add(unit, p));
            }
        }
        actor.actions().forEach(a -> {
            List<Told> parameters = a.parameters().stream()
                    .map(b -> new Told(b.name(), b.type()))
                    .toList();
            ofUnit.put(a.name(), named(a.name(), "-", a.span().line(), parameters));
        });
        actor.handlers().forEach(h -> {
            Type.Index from = protocol.channel(h.channel()).from();
            List<Told> parameters = from.single() ? List.of() : List.of(new Told("from", from));
            ofUnit.put(h.name(), named(h.name(), "-", h.span().line(), parameters));
        });
    }

    private void add(ControlPoints.Unit unit, ControlPoints.Point p) {
        if (ofStatement.containsKey(p.statement())) {
            return;
        }
        List<Told> told = new ArrayList<>();
        for (ControlPoints.Local local : unit.locals()) {
            if (p.locals().contains(local.name())) {
                told.add(new Told(local.name(), local.type()));
            }
        }
        p.constants().forEach((name, value) -> told.add(new Told(name, typeOf(unit.actor(), name))));
        ofStatement.put(
                p.statement(),
                named(unit.name(), p.original(), p.statement().span().line(), told));
    }

    /** The type that a {@code for} of an actor goes through. */
    private static Type typeOf(Actor actor, String name) {
        List<Type> found = new ArrayList<>();
        List<List<Stmt>> bodies = new ArrayList<>();
        actor.tasks().forEach(t -> bodies.add(t.body()));
        actor.interrupts().forEach(i -> bodies.add(i.body()));
        bodies.forEach(b -> dev.baton.model.protocol.Statements.visit(b, s -> {
            if (s instanceof Stmt.ForEach f && f.name().equals(name)) {
                found.add(f.type());
            }
        }));
        return found.getFirst();
    }

    private Point named(String unit, String label, int line, List<Told> told) {
        String wish = Identifiers.constant(unit) + (label.equals("-") ? "" : "_" + Identifiers.constant(label));
        Point point = new Point(scope.take(wish), unit, label, line, told);
        all.add(point);
        return point;
    }

    /** Every place, in the order of its constants. */
    public List<Point> all() {
        return all;
    }

    /** The place before a statement; absent if control never stands there. */
    Optional<Point> of(Stmt statement) {
        return Optional.ofNullable(ofStatement.get(statement));
    }

    /** The place of an action or {@code on} handler. */
    Point of(String unit) {
        return java.util.Objects.requireNonNull(ofUnit.get(unit));
    }

    /** {@code core.step(At.X, …)}. */
    static CodeBlock step(Point point, Unit unit) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("At.$N", point.constant())));
        for (Told told : point.locals()) {
            arguments.add(
                    unit.naming().codes().encode(told.type(), unit.locals().get(told.name())));
        }
        return CodeBlock.of("core.step($L);\n", CodeBlock.join(arguments, ", "));
    }

    /** Whether a variable is a private one of an actor. */
    static boolean isPrivate(Variable v) {
        return v.role() == Variable.Role.PRIVATE;
    }
}
