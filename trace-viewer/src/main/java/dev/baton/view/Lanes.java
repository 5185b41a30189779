package dev.baton.view;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Evaluator;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Step;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.Origin;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import dev.baton.trace.StepFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The columns of a diagram, and who stands in which: one for each member of each actor, or where its tasks run on
 * several cores one for each of these; then the memory, if there are store buffers, and the faults.
 */
final class Lanes {
    private final List<View.Lane> lanes = new ArrayList<>();
    /** Members ({@code Spawn(1)}) and their tasks and handlers ({@code Spawn(1).sender}). */
    private final Map<String, Integer> places = new LinkedHashMap<>();
    /** The first lane of each numbered core. */
    private final Map<Value, Integer> cores = new LinkedHashMap<>();

    private final OptionalInt memory;
    private final OptionalInt faults;

    Lanes(Protocol protocol, Interpreter interpreter) {
        Evaluator first = interpreter.evaluator(interpreter.initial());
        for (Actor actor : protocol.actors()) {
            for (Value member : Domain.values(actor.index())) {
                member(actor, member, first);
            }
        }
        boolean buffers = interpreter.system().variables().stream().anyMatch(v -> v.role() == Variable.Role.BUFFER);
        memory = buffers ? OptionalInt.of(add("memory", View.Lane.Kind.MEMORY, Optional.empty())) : OptionalInt.empty();
        faults = protocol.faults().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(add("faults", View.Lane.Kind.FAULT, Optional.empty()));
    }

    private void member(Actor actor, Value member, Evaluator first) {
        String name = member.toString();
        Map<Optional<Value>, Integer> byCore = new LinkedHashMap<>();
        Map<String, Optional<Value>> units = new LinkedHashMap<>();
        actor.tasks().forEach(t -> units.put(t.name(), core(actor, t.core(), member, first)));
        actor.interrupts().forEach(i -> units.put(i.ipi(), core(actor, i.core(), member, first)));
        Optional<Value> own = core(actor, Optional.empty(), member, first);
        if (units.isEmpty() || !actor.actions().isEmpty() || !actor.handlers().isEmpty()) {
            units.put("", own);
        }
        boolean several = Set.copyOf(units.values()).size() > 1;
        for (Map.Entry<String, Optional<Value>> unit : units.entrySet()) {
            Optional<Value> core = unit.getValue();
            int lane = byCore.computeIfAbsent(
                    core,
                    c -> add(
                            several ? name + c.map(Lanes::on).orElse("") : name,
                            kind(actor),
                            several ? Optional.of(name) : Optional.empty()));
            places.put(name + "." + unit.getKey(), lane);
            places.putIfAbsent(name, lane);
            core.ifPresent(c -> cores.putIfAbsent(c, lane));
        }
    }

    private static String on(Value core) {
        return core instanceof Value.Int ? " core " + core : " on " + core;
    }

    private static View.Lane.Kind kind(Actor actor) {
        return switch (actor.kind()) {
            case KERNEL -> View.Lane.Kind.KERNEL;
            case CORE -> View.Lane.Kind.CORE;
            case ENVIRONMENT -> View.Lane.Kind.OTHER;
        };
    }

    private static Optional<Value> core(Actor actor, Optional<Expr> placed, Value member, Evaluator first) {
        return placed.or(actor::core).map(e -> first.value(e, Environment.EMPTY.with("self", member)));
    }

    private int add(String label, View.Lane.Kind kind, Optional<String> group) {
        lanes.add(new View.Lane(label, kind, group));
        return lanes.size() - 1;
    }

    List<View.Lane> all() {
        return List.copyOf(lanes);
    }

    /** Where a step is taken. */
    int of(StepFacts facts) {
        Origin origin = facts.origin();
        return switch (origin.kind()) {
            case FAULT -> faults.orElse(0);
            case DRAIN -> memory.orElse(0);
            case TASK, INTERRUPT, ACTION, HANDLER, DELIVERY ->
                of(facts.member().map(Value::toString).orElse(origin.actor()), origin.unit())
                        .orElse(0);
        };
    }

    /** Whose store buffer a drain empties. */
    OptionalInt drained(Step step) {
        String owner = step.action().origin().actor();
        return step.arguments().isEmpty()
                ? member(owner)
                : core(step.arguments().getFirst());
    }

    /** Whom a fault strikes, if it is one that strikes somebody. */
    OptionalInt struck(Step step) {
        Origin origin = step.action().origin();
        if (origin.kind() != Origin.Kind.FAULT) {
            return OptionalInt.empty();
        }
        String words = origin.text();
        String name = words.substring(words.indexOf(' ') + 1);
        return step.arguments().stream()
                .filter(a -> a instanceof Value.Member m && m.type().name().equals(name))
                .map(a -> member(a.toString()))
                .findFirst()
                .orElseGet(() -> member(name));
    }

    OptionalInt memory() {
        return memory;
    }

    OptionalInt faults() {
        return faults;
    }

    /** The lane of a member, or the first of several. */
    OptionalInt member(String label) {
        return number(places.get(label));
    }

    /** The lane of a member's task, handler or action. */
    OptionalInt of(String member, String unit) {
        Integer lane = places.get(member + "." + unit);
        return lane == null ? member(member) : OptionalInt.of(lane);
    }

    /** The lane of a core: of a numbered one, or of whoever has a core of its own. */
    OptionalInt core(Value core) {
        Integer lane = cores.get(core);
        return lane == null ? member(core.toString()) : OptionalInt.of(lane);
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable Integer lane) {
        return lane == null ? OptionalInt.empty() : OptionalInt.of(lane);
    }
}
