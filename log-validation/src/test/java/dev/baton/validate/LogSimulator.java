package dev.baton.validate;

import dev.baton.model.expr.Binder;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.Action;
import dev.baton.model.system.Choice;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Ranks;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Logs as running code would write them: a random walk of the interpreter, each step begun at some time after the one
 * before it on its strand took effect.
 */
final class LogSimulator {
    private final Protocol protocol;
    private final TransitionSystem system;
    private final Interpreter interpreter;
    private final ControlPoints points;
    private final Random random;
    private final int overlap;
    private final long longest;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> lastEffect = new HashMap<>();
    private final Map<String, Long> lastBegin = new HashMap<>();
    private long now = 1000;
    private State state;
    private int taken;
    private String frozen = "";
    private int thaws;

    record Line(long time, String text) {}

    /** @param overlap the higher, the earlier steps begin before they take effect, in percent of them */
    LogSimulator(Protocol protocol, Random random, int overlap) {
        this(protocol, random, overlap, 2000);
    }

    /** @param longest nanoseconds that a core may be preempted for; a step takes some 35 */
    LogSimulator(Protocol protocol, Random random, int overlap, long longest) {
        this.protocol = protocol;
        this.system = Lowering.lower(protocol);
        this.interpreter = new Interpreter(system);
        this.points = ControlPoints.of(protocol);
        this.random = random;
        this.overlap = overlap;
        this.longest = longest;
        this.state = interpreter.initial();
    }

    State state() {
        return state;
    }

    int taken() {
        return taken;
    }

    /** The log of a walk of at most so many steps, ordered by time. */
    List<Line> walk(int steps) {
        for (int i = 0; i < steps; i++) {
            List<Step> all = interpreter.successors(state);
            List<Step> possible = all.stream()
                    .filter(s -> !interpreter.stopped(s.after()))
                    .filter(s -> s.action().origin().kind() != Origin.Kind.FAULT || random.nextInt(20) == 0)
                    .toList();
            if (possible.isEmpty()) {
                break;
            }
            take(chosen(possible, i));
        }
        return sorted();
    }

    /** Any; but now and then somebody is preempted for long. */
    private Step chosen(List<Step> possible, int i) {
        Step step = possible.get(random.nextInt(possible.size()));
        if (i >= thaws && random.nextInt(200) == 0) {
            frozen = who(step);
            thaws = i + (int) (longest / 35);
        }
        List<Step> others =
                possible.stream().filter(s -> !who(s).equals(frozen)).toList();
        return i >= thaws || others.isEmpty() ? step : others.get(random.nextInt(others.size()));
    }

    private static String who(Step step) {
        return step.action().origin().actor() + step.arguments().stream().findFirst();
    }

    List<Line> sorted() {
        return lines.stream().sorted(Comparator.comparingLong(Line::time)).toList();
    }

    static String text(Protocol protocol, List<Line> lines) {
        StringBuilder out = new StringBuilder("# baton-log 1\n# protocol " + protocol.name() + "\n");
        protocol.parameters().forEach(p -> out.append("# param " + p.name() + "=" + p.value() + "\n"));
        lines.forEach(l -> out.append(l.time()).append(' ').append(l.text()).append('\n'));
        return out.toString();
    }

    void take(Step step) {
        now += 10 + random.nextInt(50);
        taken++;
        Action action = step.action();
        Origin origin = action.origin();
        switch (origin.kind()) {
            case DRAIN -> {}
            case FAULT -> fault(step);
            case TASK, INTERRUPT, ACTION, HANDLER, DELIVERY -> {
                Actor actor = protocol.actor(origin.actor());
                int member = actor.index().single()
                        ? 0
                        : ((Value.Member) step.arguments().getFirst()).ordinal();
                String strand = strand(actor, member, origin);
                long begin = begin(strand, member(actor, member));
                lines.add(new Line(begin, who(actor, member) + " " + words(actor, member, step)));
                lastEffect.put(strand, now);
                lastBegin.merge(member(actor, member), begin, Math::max);
                now++;
                State before = state;
                state = step.after();
                end(actor, member, origin, before, strand);
            }
        }
        state = step.after();
    }

    /** Some time after the last effect of the strand, and not after now. */
    private long begin(String strand, String member) {
        long after = Math.max(lastEffect.getOrDefault(strand, 0L), lastEffect.getOrDefault(member + "!", 0L)) + 1;
        long earliest = random.nextInt(100) < overlap ? after : Math.max(after, now - 9);
        earliest = Math.max(earliest, now - longest);
        return now - earliest <= 0 ? now : earliest + random.nextLong(now - earliest + 1);
    }

    private void end(Actor actor, int member, Origin origin, State before, String strand) {
        for (ControlPoints.Unit unit : points.units()) {
            boolean own =
                    unit.actor().name().equals(actor.name()) && unit.name().equals(origin.unit());
            if (own && unit.control().isPresent()) {
                String was = value(before, unit.control().get().name(), actor, member)
                        .toString();
                String is =
                        value(state, unit.control().get().name(), actor, member).toString();
                if (is.equals(unit.rest()) && !was.equals(is)) {
                    lines.add(new Line(now, who(actor, member) + " " + unit.name() + " end"));
                    lastEffect.put(strand, now);
                    lastBegin.merge(member(actor, member), now, Math::max);
                    now++;
                }
            }
        }
    }

    private void fault(Step step) {
        String[] words = step.action().origin().text().split(" ", -1);
        if (!words[0].equals("crash") && !words[0].equals("restart") && !words[0].equals("hang")) {
            return;
        }
        Actor actor = protocol.actor(words[1]);
        int member =
                actor.index().single() ? 0 : ((Value.Member) step.arguments().getFirst()).ordinal();
        String name = member(actor, member);
        if (!words[0].equals("restart") && random.nextBoolean()) {
            lastStep(actor, member);
        }
        long earliest = Math.max(lastBegin.getOrDefault(name, 0L), lastEffect.getOrDefault(name + "!", 0L)) + 1;
        long begin = earliest >= now ? now : earliest + random.nextLong(now - earliest + 1);
        lines.add(new Line(begin, who(actor, member) + " ! " + words[0]));
        lastEffect.put(name + "!", now);
        lastBegin.put(name, begin);
        now++;
    }

    /** The member was about to take a step, and never did. */
    private void lastStep(Actor actor, int member) {
        for (Step step : interpreter.successors(state)) {
            Origin origin = step.action().origin();
            boolean own = origin.kind() == Origin.Kind.TASK && origin.actor().equals(actor.name());
            if (own
                    && (actor.index().single()
                            || ((Value.Member) step.arguments().getFirst()).ordinal() == member)) {
                String strand = strand(actor, member, origin);
                long begin = begin(strand, member(actor, member));
                lines.add(new Line(begin, who(actor, member) + " " + words(actor, member, step)));
                lastBegin.merge(member(actor, member), begin, Math::max);
                now++;
                return;
            }
        }
    }

    private static String who(Actor actor, int member) {
        return actor.index().single() ? actor.name() : actor.name() + "[" + member + "]";
    }

    private static String member(Actor actor, int member) {
        return new Value.Member(actor.index(), member).toString();
    }

    private static String strand(Actor actor, int member, Origin origin) {
        boolean driver = origin.kind() == Origin.Kind.ACTION || origin.kind() == Origin.Kind.HANDLER;
        return new Resolver.Acting(actor, member).strand(driver ? "" : origin.unit());
    }

    private String words(Actor actor, int member, Step step) {
        Action action = step.action();
        Origin origin = action.origin();
        StringBuilder out = new StringBuilder(origin.unit());
        switch (origin.kind()) {
            case DELIVERY -> out.append(" deliver");
            case ACTION, HANDLER -> {
                out.append(" -");
                arguments(actor, step, out);
                choices(step, out);
            }
            case TASK, INTERRUPT -> place(actor, member, step, out);
            case DRAIN, FAULT -> throw new IllegalArgumentException();
        }
        return out.toString();
    }

    private void place(Actor actor, int member, Step step, StringBuilder out) {
        ControlPoints.Unit unit = points.units().stream()
                .filter(u -> u.actor().name().equals(actor.name())
                        && u.name().equals(step.action().origin().unit()))
                .findFirst()
                .orElseThrow();
        ControlPoints.Point point = unit.points().size() == 1
                ? unit.points().getFirst()
                : unit.points().stream()
                        .filter(p -> p.label()
                                .equals(value(
                                                state,
                                                unit.control().orElseThrow().name(),
                                                actor,
                                                member)
                                        .toString()))
                        .findFirst()
                        .orElseThrow();
        out.append(' ').append(point.original());
        for (String name : point.locals()) {
            ControlPoints.Local local = unit.locals().stream()
                    .filter(l -> l.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Value value = value(state, local.variable().name(), actor, member);
            Value bare = local.optional() ? ((Value.Some) value).value() : value;
            out.append(' ').append(name).append('=').append(Ranks.code(local.type(), bare));
        }
        point.constants()
                .forEach((name, value) ->
                        out.append(' ').append(name).append('=').append(value));
        choices(step, out);
    }

    /** Of an action or handler: what is not chosen on the way. */
    private static void arguments(Actor actor, Step step, StringBuilder out) {
        Action action = step.action();
        for (int i = actor.index().single() ? 0 : 1; i < step.arguments().size(); i++) {
            var parameter = action.parameters().get(i);
            if (action.ways().getFirst().contains(new Choice.Element(parameter.name()))) {
                continue;
            }
            boolean from = actor.handlers().stream()
                    .anyMatch(h ->
                            h.name().equals(action.origin().unit()) && h.from().equals(parameter.name()));
            out.append(' ')
                    .append(from ? "from" : parameter.name())
                    .append('=')
                    .append(Ranks.code(parameter.type(), step.arguments().get(i)));
        }
    }

    private void choices(Step step, StringBuilder out) {
        Action action = step.action();
        List<List<Choice>> ways = action.ways();
        List<String> said = new ArrayList<>();
        for (Choice choice : ways.get(random.nextInt(ways.size()))) {
            said.add(
                    switch (choice) {
                        case Choice.Branch c -> Integer.toString(c.number());
                        case Choice.Element c -> {
                            int i = action.parameters().stream()
                                    .map(Binder::name)
                                    .toList()
                                    .indexOf(c.parameter());
                            yield Long.toString(Ranks.code(
                                    action.parameters().get(i).type(),
                                    step.arguments().get(i)));
                        }
                    });
        }
        if (!said.isEmpty()) {
            out.append(" choice=").append(String.join(",", said));
        }
    }

    private Value value(State in, String variable, Actor actor, int member) {
        for (int i = 0; i < system.variables().size(); i++) {
            if (system.variables().get(i).name().equals(variable)) {
                Value whole = in.get(i);
                boolean map = !actor.index().single()
                        && system.variables().get(i).type() instanceof Type.MapOf m
                        && m.key().equals(actor.index());
                return map ? ((Value.MapOf) whole).values().get(member) : whole;
            }
        }
        throw new IllegalArgumentException(variable);
    }
}
