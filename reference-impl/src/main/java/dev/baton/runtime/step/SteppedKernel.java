package dev.baton.runtime.step;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Channel;
import dev.baton.runtime.Codes;
import dev.baton.runtime.Core;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Point;
import dev.baton.runtime.Program;
import dev.baton.runtime.Seat;
import dev.baton.runtime.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One life of a member of an actor on a stepped machine: its strands, actions and private variables. */
final class SteppedKernel implements Program, Variables {

    /** An action or {@code on} handler. */
    record Action(Point at, int arguments, Predicate<long[]> body) {}

    private final Actor actor;
    private final int member;
    private final Core core;
    private final Kernel kernel;
    private final int count;
    private final Map<String, Strand> strands = new LinkedHashMap<>();
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Map<String, Cell<?>> variables = new LinkedHashMap<>();

    SteppedKernel(Actor actor, int member, Core core) {
        this.actor = actor;
        this.member = member;
        this.core = core;
        this.count = actor.machine().lives().count(actor, member);
        this.kernel = actor.boot(core, this, this);
    }

    Core core() {
        return core;
    }

    Actor actor() {
        return actor;
    }

    int member() {
        return member;
    }

    /** Which life of the member it is, by {@link dev.baton.runtime.Lives#count}. */
    int count() {
        return count;
    }

    /** The generated object. */
    Kernel kernel() {
        return kernel;
    }

    /** Where actions run; absent for environments. */
    Optional<Seat> seat() {
        return switch (actor.kind()) {
            case KERNEL, CORE -> Optional.of(actor.seat(member));
            case ENVIRONMENT -> Optional.empty();
        };
    }

    Iterable<Strand> strands() {
        return strands.values();
    }

    Strand strand(String unit) {
        return the(strands, unit, "task or handler");
    }

    Action action(String unit) {
        return the(actions, unit, "action");
    }

    String variable(String name) {
        return the(variables, name, "variable").text();
    }

    Iterable<String> variableNames() {
        return variables.keySet();
    }

    private <T> T the(Map<String, T> map, String name, String what) {
        T found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("`" + actor.name() + "` has no " + what + " `" + name + "`");
        }
        return found;
    }

    /** Keeps all private variables. */
    void save() {
        variables.values().forEach(Cell::save);
    }

    /** Gives private variables the values that were kept. */
    void restore() {
        variables.values().forEach(Cell::restore);
    }

    private void add(String unit, Optional<Seat> seat, boolean handler, boolean nmi, Runnable body) {
        if (strands.put(unit, new Strand(unit, seat, handler, nmi, body)) != null) {
            throw new IllegalStateException("two units of `" + actor.name() + "` are called `" + unit + "`");
        }
    }

    @Override
    public void task(String unit, Runnable body) {
        add(unit, seat(), false, false, body);
    }

    @Override
    public void task(String unit, Seat seat, Runnable body) {
        add(unit, Optional.of(seat), false, false, body);
    }

    @Override
    public void interrupt(Doorbell bell, Runnable handler) {
        add(bell.name(), seat(), true, bell.kind().nmi(), handler);
    }

    @Override
    public void interrupt(Doorbell bell, Seat seat, Runnable handler) {
        add(bell.name(), Optional.of(seat), true, bell.kind().nmi(), handler);
    }

    private void act(Point at, int arguments, Predicate<long[]> body) {
        if (actions.put(at.unit(), new Action(at, arguments, body)) != null) {
            throw new IllegalStateException("two actions of `" + actor.name() + "` are called `" + at.unit() + "`");
        }
    }

    @Override
    public void action(Point at, BooleanSupplier body) {
        act(at, 0, a -> body.getAsBoolean());
    }

    @Override
    public void action(Point at, Codes parameter, LongPredicate body) {
        act(at, 1, a -> body.test(a[0]));
    }

    @Override
    public void action(Point at, List<Codes> parameters, Predicate<long[]> body) {
        act(at, parameters.size(), body);
    }

    @Override
    public void handler(Point at, Channel channel, BooleanSupplier body) {
        act(at, 0, a -> body.getAsBoolean());
    }

    @Override
    public void handler(Point at, Channel channel, IntPredicate body) {
        act(at, 1, a -> body.test((int) a[0]));
    }

    @Override
    public <T> void variable(String name, Supplier<T> get, Consumer<T> set, Function<? super T, String> text) {
        variables.put(name, new Cell<>(get, set, text));
    }

    private static final class Cell<T> {
        private final Supplier<T> get;
        private final Consumer<T> set;
        private final Function<? super T, String> text;
        private T saved;

        Cell(Supplier<T> get, Consumer<T> set, Function<? super T, String> text) {
            this.get = get;
            this.set = set;
            this.text = text;
            this.saved = get.get();
        }

        void save() {
            saved = get.get();
        }

        void restore() {
            set.accept(saved);
        }

        String text() {
            return text.apply(get.get());
        }
    }
}
