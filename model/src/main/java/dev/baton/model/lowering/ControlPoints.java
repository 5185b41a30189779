package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@link Lowering} calls the places between the steps of tasks and interrupt handlers, and the variables that
 * stand for a protocol's domain: what ties code and logs to the variables of the system.
 *
 * @param units of every actor, its interrupts before its tasks, in the order of the text
 * @param channels what is in each, by the channel's name
 * @param pending pending bit or count of each IPI, by its name
 * @param masked whether it is masked, for those IPIs that something masks
 * @param lives whether members of an actor are off, live, crashed or hung, for those that aren't always live
 * @param owners of each resource, by the name of its index type
 */
public record ControlPoints(
        List<Unit> units,
        Map<String, Variable> channels,
        Map<String, Variable> pending,
        Map<String, Variable> masked,
        Map<String, Variable> lives,
        Map<String, Variable> owners) {

    public ControlPoints {
        units = List.copyOf(units);
        channels = inOrder(channels);
        pending = inOrder(pending);
        masked = inOrder(masked);
        lives = inOrder(lives);
        owners = inOrder(owners);
    }

    private static Map<String, Variable> inOrder(Map<String, Variable> variables) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * A task or interrupt handler.
     *
     * @param name the task's, or the IPI's
     * @param control says where a member is, by a label; absent if there is one place only, which is never left
     * @param rest the label of the place where a handler waits ({@code idle}) or a task has ended ({@code done})
     * @param first the label of the place where control starts; {@code rest} for a handler
     * @param entry the label of the place before the first step; absent if there is no step
     * @param locals those that have a variable
     */
    public record Unit(
            Actor actor,
            String name,
            boolean handler,
            Optional<Variable> control,
            String rest,
            String first,
            Optional<String> entry,
            List<Local> locals,
            List<Point> points) {
        public Unit {
            locals = List.copyOf(locals);
            points = List.copyOf(points);
        }
    }

    /**
     * A local that outlives a step and is read.
     *
     * @param optional whether the variable holds an option of the value, {@code none} while the local is out of scope
     */
    public record Local(String name, Variable variable, Type type, boolean optional) {}

    /**
     * A place before a step.
     *
     * @param label the value of the control variable here
     * @param original the label of the first copy of the statement, where {@code for} makes several; else the label
     * @param statement what the step does; of an {@code either} the step is the first one of a branch
     * @param constants what the names of the {@code for}s around stand for in this copy
     * @param locals names of those of {@link Unit#locals} that are in scope here, in that order
     */
    public record Point(
            String label, String original, Stmt statement, Map<String, Value> constants, List<String> locals) {
        public Point {
            locals = List.copyOf(locals);
        }
    }

    /** The places of a protocol. */
    public static ControlPoints of(Protocol protocol) {
        World world = Lowering.world(protocol);
        return new ControlPoints(
                world.controls.values().stream().map(ControlPoints::unit).toList(),
                world.channels,
                world.pending,
                world.masked,
                world.life,
                world.owners);
    }

    private static Unit unit(Control control) {
        List<Local> locals = new ArrayList<>();
        control.locals()
                .forEach((name, memory) ->
                        locals.add(new Local(name, memory.variable(), memory.type(), memory.optional())));
        IdentityHashMap<Stmt, String> originals = new IdentityHashMap<>();
        List<Point> points = new ArrayList<>();
        for (Control.Node node : control.nodes()) {
            Map<String, Value> constants = new TreeMap<>();
            node.constants.forEach((name, value) -> constants.put(name, ((Expr.Literal) value).value()));
            originals.putIfAbsent(node.statement, node.label);
            points.add(new Point(
                    node.label,
                    originals.getOrDefault(node.statement, node.label),
                    node.statement,
                    constants,
                    control.locals().keySet().stream()
                            .filter(node.scope::contains)
                            .toList()));
        }
        return new Unit(
                control.actor(),
                control.unit(),
                control.handler(),
                control.variable(),
                control.rest(),
                control.first(),
                control.entry().map(entry -> entry.label),
                locals,
                points);
    }
}
