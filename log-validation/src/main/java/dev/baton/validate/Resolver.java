package dev.baton.validate;

import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.system.Action;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import dev.baton.validate.Event.Happening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what a log's line says to the steps of the model that it may be. */
final class Resolver {
    private static final int MOST_KEPT = 1 << 16;

    private final Subject subject;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, Happening> known = new HashMap<>();

    Resolver(Subject subject) {
        this.subject = subject;
        subject.protocol().actors().forEach(actor -> actors.put(actor.name(), actor));
    }

    /**
     * What a line says.
     *
     * @param text without the time
     * @throws LogException if the protocol knows no such thing
     */
    Happening resolve(long line, String text) throws LogException {
        Happening before = known.get(text);
        if (before != null) {
            return before;
        }
        Happening happening = of(line, Fields.of(line, text));
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        known.put(text, happening);
        return happening;
    }

    private Happening of(long line, Fields fields) throws LogException {
        if (fields.unit().equals("!")) {
            return new FaultLines(subject, actors).of(line, fields);
        }
        Acting acting = Acting.of(line, fields, actors);
        Optional<ControlPoints.Unit> unit = subject.units().unit(acting.actor(), fields.unit());
        if (fields.label().equals("-")) {
            return action(line, fields, acting);
        }
        if (unit.isEmpty()) {
            if (fields.label().equals("end") && isAction(acting.actor(), fields.unit())) {
                return new Happening.Step(acting.strand(""), acting.member(), subject.nothing(List.of()), List.of());
            }
            throw unknownUnit(line, fields, acting);
        }
        return switch (fields.label()) {
            case "deliver" -> delivery(line, fields, acting, unit.get());
            case "end" -> {
                List<Expectation> expected = new ArrayList<>();
                control(acting, unit.get(), List.of(unit.get().rest()), "ended").ifPresent(expected::add);
                yield new Happening.Step(
                        acting.strand(fields.unit()), acting.member(), subject.nothing(expected), expected);
            }
            default -> new PlaceLines(subject).of(line, fields, acting, unit.get());
        };
    }

    private static boolean isAction(Actor actor, String unit) {
        return actor.actions().stream().anyMatch(a -> a.name().equals(unit))
                || actor.handlers().stream().anyMatch(h -> h.name().equals(unit));
    }

    private Happening delivery(long line, Fields fields, Acting acting, ControlPoints.Unit unit) throws LogException {
        List<Action> actions = subject.units().deliveries(unit);
        if (actions.isEmpty()) {
            throw new LogException(
                    line,
                    "`" + fields.unit() + "` of " + acting.actor().name() + " is no interrupt that is ever delivered");
        }
        return step(subject, acting, fields.unit(), actions, acting.given(), List.of());
    }

    private Happening action(long line, Fields fields, Acting acting) throws LogException {
        List<Action> actions = subject.units().actions(acting.actor(), fields.unit());
        if (actions.isEmpty()) {
            throw unknownUnit(line, fields, acting);
        }
        Optional<Actor.Handler> handler = acting.actor().handlers().stream()
                .filter(h -> h.name().equals(fields.unit()))
                .findFirst();
        List<Work.Offer> offers = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>(Set.of("choice"));
        for (Action action : actions) {
            Map<String, String> named = new HashMap<>(fields.named());
            if (handler.isPresent() && named.containsKey("from")) {
                used.add("from");
                named.put(handler.get().from(), fields.named().getOrDefault("from", ""));
            }
            Arguments arguments = Arguments.of(line, action, named, Arguments.choices(fields), acting);
            used.addAll(arguments.names());
            arguments.given().ifPresent(given -> offers.add(subject.offer(action, given)));
        }
        for (String name : fields.named().keySet()) {
            if (!used.contains(name)) {
                throw new LogException(
                        line,
                        "`" + Texts.shown(name) + "` is no parameter of `" + fields.unit() + "`",
                        Texts.meant(name, used));
            }
        }
        return new Happening.Step(acting.strand(""), acting.member(), subject.work(offers, List.of()), List.of());
    }

    /** A step that is one of these actions. */
    static Happening step(
            Subject subject,
            Acting acting,
            String unit,
            List<Action> actions,
            Map<String, Value> given,
            List<Expectation> expected) {
        List<Work.Offer> offers =
                actions.stream().map(action -> subject.offer(action, given)).toList();
        return new Happening.Step(acting.strand(unit), acting.member(), subject.work(offers, expected), expected);
    }

    /** That control of a member is at one of these labels; empty where there is one place only. */
    private Optional<Expectation> control(Acting acting, ControlPoints.Unit unit, List<String> labels, String text) {
        return unit.control().map(variable -> control(subject, acting, variable, unit.name(), labels, text));
    }

    static Expectation control(
            Subject subject, Acting acting, Variable variable, String unit, List<String> labels, String text) {
        Type type = variable.type() instanceof Type.MapOf map ? map.value() : variable.type();
        List<Value> allowed = labels.stream()
                .map(label -> (Value) new Value.EnumMember(
                        (Type.Enumeration) type,
                        ((Type.Enumeration) type).members().indexOf(label)))
                .toList();
        return new Expectation(cell(subject, acting, variable), allowed, text, acting.member() + "." + unit + " at");
    }

    /** A member's own part of a variable. */
    static Cell cell(Subject subject, Acting acting, Variable variable) {
        int position = subject.cells().position(variable);
        boolean split = variable.type() instanceof Type.MapOf map
                && map.key() instanceof Type.Index index
                && index.equals(acting.actor().index())
                && !index.single();
        return new Cell(position, split ? acting.number() : -1);
    }

    private LogException unknownUnit(long line, Fields fields, Acting acting) {
        List<String> there = new ArrayList<>();
        Actor actor = acting.actor();
        actor.tasks().forEach(t -> there.add(t.name()));
        actor.interrupts().forEach(i -> there.add(i.ipi()));
        actor.actions().forEach(a -> there.add(a.name()));
        actor.handlers().forEach(h -> there.add(h.name()));
        String what = fields.label().equals("-") ? "no action or handler" : "no task or interrupt handler";
        return new LogException(
                line,
                actor.name() + " has " + what + " `" + Texts.shown(fields.unit()) + "`",
                Texts.meant(fields.unit(), there));
    }

    /** Who acts: a member of an actor. */
    record Acting(Actor actor, int number) {

        /** @throws LogException if there is no such member */
        static Acting of(long line, Fields fields, Map<String, Actor> actors) throws LogException {
            Actor actor = actors.get(fields.actor());
            if (actor == null) {
                throw new LogException(
                        line,
                        "the protocol has no actor `" + Texts.shown(fields.actor()) + "`",
                        Texts.meant(fields.actor(), actors.keySet()));
            }
            Type.Index index = actor.index();
            int number = fields.member() < 0 && index.single() ? 0 : fields.member();
            if (number < 0) {
                throw new LogException(
                        line,
                        "`" + actor.name() + "` has " + index.size() + " members, and the line does not say which",
                        "write `" + actor.name() + "[0]`");
            }
            if (number >= index.size()) {
                throw new LogException(
                        line,
                        "`" + fields.who() + "`: " + actor.name() + " has members 0 to " + (index.size() - 1),
                        "is the log of a run with other parameters?");
            }
            return new Acting(actor, number);
        }

        Value value() {
            return new Value.Member(actor.index(), number);
        }

        /** {@code Sender(1)}. */
        String member() {
            return value().toString();
        }

        /** The arguments that say who acts. */
        Map<String, Value> given() {
            return actor.index().single() ? Map.of() : Map.of("self", value());
        }

        /**
         * The strand of a unit; all of a member's where they run on one thread.
         *
         * @param unit a task or interrupt handler; empty for actions and {@code on} handlers
         */
        String strand(String unit) {
            boolean driver = !actor.actions().isEmpty() || !actor.handlers().isEmpty();
            boolean placed = actor.tasks().stream().anyMatch(t -> t.core().isPresent())
                    || actor.interrupts().stream().anyMatch(i -> i.core().isPresent());
            boolean one = actor.tasks().size() + (driver ? 1 : 0) <= 1 && !placed;
            return one ? member() : member() + " " + unit;
        }
    }
}
