package dev.baton.runtime;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A kernel, core or environment of a machine, with all its members. */
public final class Actor {

    /** Makes one life of a member. */
    @FunctionalInterface
    public interface Factory {
        /** A member's code and fresh private variables; which member it is, the core knows. */
        Kernel create(Core core);
    }

    /** What an actor is. */
    public enum Kind {
        KERNEL,
        CORE,
        /** Has no core and no interrupts. */
        ENVIRONMENT
    }

    private final Machine machine;
    private final Kind kind;
    private final String name;
    private final int index;
    private final int members;
    private final int firstHolder;
    private final List<Point> points;
    private final Factory factory;
    private IntFunction<Seat> seat;
    private UnaryOperator<Core> watch = core -> core;
    private boolean initiallyOff;
    private boolean indexed;
    private boolean isPlaced;

    Actor(
            Machine machine,
            Kind kind,
            String name,
            int index,
            int members,
            int firstHolder,
            List<Point> points,
            Factory factory) {
        this.machine = machine;
        this.kind = kind;
        this.name = name;
        this.index = index;
        this.members = members;
        this.firstHolder = firstHolder;
        this.points = points;
        this.factory = factory;
        this.seat = member -> Seat.of(name, member);
        this.indexed = members > 1;
    }

    /** {@code initially off}. */
    public Actor initiallyOff() {
        initiallyOff = true;
        machine.lives().initially(this, Life.OFF);
        return this;
    }

    /** {@code on core E}, for each member. */
    public Actor on(IntFunction<Seat> placed) {
        seat = placed;
        isPlaced = true;
        return this;
    }

    /** Whether its members run elsewhere than on cores of their own. */
    boolean isPlaced() {
        return isPlaced;
    }

    /** Declared with a number of members, even if that is 1: logs then say {@code Sender[0]}. */
    public Actor indexed() {
        indexed = true;
        return this;
    }

    /**
     * Has the code of lives that are yet to come take its steps on another core, which passes them on to the one that
     * it is given: to watch or time them.
     */
    public Actor watched(UnaryOperator<Core> watcher) {
        watch = watcher;
        return this;
    }

    /** The machine that it belongs to. */
    public Machine machine() {
        return machine;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** Its name in the protocol. */
    public String name() {
        return name;
    }

    /** Its number among the actors of its machine, from 0. */
    public int index() {
        return index;
    }

    /** How many members it has. */
    public int members() {
        return members;
    }

    /** Its places before a step, by {@link Point#ordinal()}. */
    public List<Point> points() {
        return points;
    }

    /** Whether a member is up: {@code live(k)} of protocols. */
    public boolean isLive(int member) {
        return machine.lives().of(this, member) == Life.LIVE;
    }

    /** Whether members are off at first. */
    public boolean isInitiallyOff() {
        return initiallyOff;
    }

    /** Where a member runs what is not placed elsewhere. */
    public Seat seat(int member) {
        return seat.apply(member);
    }

    /**
     * The number that stands for a member among all members of all actors, from 0; that of its holding resources, too.
     */
    public int holder(int member) {
        return firstHolder + member;
    }

    /** A member as logs call it: {@code Sender[1]}, or the bare name of an actor that is not indexed. */
    public String called(int member) {
        return indexed ? name + "[" + member + "]" : name;
    }

    /** A new life of a member: fresh private variables. Tells its units and variables. */
    public Kernel boot(Core core, Program program, Variables variables) {
        Kernel kernel = factory.create(watch.apply(core));
        kernel.program(program);
        kernel.variables(variables);
        return kernel;
    }
}
