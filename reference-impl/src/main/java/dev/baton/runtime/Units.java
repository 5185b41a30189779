package dev.baton.runtime;

import dev.baton.runtime.value.Table;
import java.util.ArrayList;
import java.util.Collections;
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

/** One life of a member of an actor: what its code told of its units and private variables. */
public final class Units implements Program, Variables {

    /**
     * A task.
     *
     * @param seat the core that it runs on; absent in an environment
     */
    public record Task(String unit, Optional<Seat> seat, Runnable body) {}

    /** An interrupt handler; see {@link Task} for its seat. */
    public record Interrupt(Doorbell bell, Optional<Seat> seat, Runnable body) {}

    /**
     * An action or {@code on} handler.
     *
     * @param parameters the codes that each parameter takes; of a handler of several senders: their numbers
     */
    public record Action(Point at, List<Codes> parameters, Predicate<long[]> body) {}

    private final Actor actor;
    private final int member;
    private final Kernel kernel;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Interrupt> interrupts = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final Map<String, Variable<?>> variables = new LinkedHashMap<>();

    /** Boots a new life. */
    public Units(Core core) {
        this.actor = core.actor();
        this.member = core.member();
        this.kernel = actor.boot(core, this, this);
    }

    /** The generated object. */
    public Kernel kernel() {
        return kernel;
    }

    /** Tasks, in the order of the text. */
    public List<Task> tasks() {
        return Collections.unmodifiableList(tasks);
    }

    /** Interrupt handlers, in the order of the text. */
    public List<Interrupt> interrupts() {
        return Collections.unmodifiableList(interrupts);
    }

    /** Actions and {@code on} handlers, in the order of the text. */
    public List<Action> actions() {
        return Collections.unmodifiableList(actions);
    }

    /** Where actions run; absent for environments. */
    public Optional<Seat> seat() {
        return switch (actor.kind()) {
            case KERNEL, CORE -> Optional.of(actor.seat(member));
            case ENVIRONMENT -> Optional.empty();
        };
    }

    /** Names of private variables, in the order of the text. */
    public List<String> variables() {
        return List.copyOf(variables.keySet());
    }

    /** A private variable in the words of the protocol. */
    public String variable(String name) {
        Variable<?> found = variables.get(name);
        if (found == null) {
            throw new IllegalArgumentException("`" + actor.name() + "` has no variable `" + name + "`");
        }
        return found.text();
    }

    /** Keeps all private variables. */
    public void save() {
        variables.values().forEach(Variable::save);
    }

    /** Gives private variables the values that were kept. */
    public void restore() {
        variables.values().forEach(Variable::restore);
    }

    @Override
    public void task(String unit, Runnable body) {
        tasks.add(new Task(unit, seat(), body));
    }

    @Override
    public void task(String unit, Seat seat, Runnable body) {
        tasks.add(new Task(unit, Optional.of(seat), body));
    }

    @Override
    public void interrupt(Doorbell bell, Runnable handler) {
        interrupts.add(new Interrupt(bell, seat(), handler));
    }

    @Override
    public void interrupt(Doorbell bell, Seat seat, Runnable handler) {
        interrupts.add(new Interrupt(bell, Optional.of(seat), handler));
    }

    @Override
    public void action(Point at, BooleanSupplier body) {
        actions.add(new Action(at, List.of(), a -> body.getAsBoolean()));
    }

    @Override
    public void action(Point at, Codes parameter, LongPredicate body) {
        actions.add(new Action(at, List.of(parameter), a -> body.test(a[0])));
    }

    @Override
    public void action(Point at, List<Codes> parameters, Predicate<long[]> body) {
        actions.add(new Action(at, List.copyOf(parameters), body));
    }

    @Override
    public void handler(Point at, Channel channel, BooleanSupplier body) {
        action(at, body);
    }

    @Override
    public void handler(Point at, Channel channel, IntPredicate body) {
        action(at, Codes.of(channel.from().members()), from -> body.test((int) from));
    }

    @Override
    public <T> void variable(String name, Supplier<T> get, Consumer<T> set, Function<? super T, String> text) {
        variables.put(name, new Variable<>(get, set, text));
    }

    private static final class Variable<T> {
        private final Supplier<T> get;
        private final Consumer<T> set;
        private final Function<? super T, String> text;
        private T saved;

        Variable(Supplier<T> get, Consumer<T> set, Function<? super T, String> text) {
            this.get = get;
            this.set = set;
            this.text = text;
            this.saved = get.get();
        }

        void save() {
            saved = get.get();
            if (saved instanceof Table<?, ?> map) {
                map.shared();
            }
        }

        void restore() {
            set.accept(saved);
        }

        String text() {
            return text.apply(get.get());
        }
    }
}
