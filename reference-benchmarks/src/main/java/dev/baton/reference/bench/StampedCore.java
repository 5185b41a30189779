package dev.baton.reference.bench;

import dev.baton.runtime.Core;
import dev.baton.runtime.Point;
import dev.baton.runtime.StrandEnd;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** A core on which each step is taken by another, and something is called whenever one place comes. */
final class StampedCore extends Core {
    private final Core core;
    private final Point place;
    private final Runnable stamp;

    StampedCore(Core core, Point place, Runnable stamp) {
        super(core.actor(), core.member());
        this.core = core;
        this.place = place;
        this.stamp = stamp;
    }

    private void stamp(Point at) {
        if (at.equals(place)) {
            stamp.run();
        }
    }

    @Override
    protected void begin(Point at) {
        stamp(at);
        core.step(at);
    }

    @Override
    protected void begin(Point at, long a) {
        stamp(at);
        core.step(at, a);
    }

    @Override
    protected void begin(Point at, long a, long b) {
        stamp(at);
        core.step(at, a, b);
    }

    @Override
    protected void begin(Point at, long a, long b, long c) {
        stamp(at);
        core.step(at, a, b, c);
    }

    @Override
    protected void begin(Point at, long a, long b, long c, long d) {
        stamp(at);
        core.step(at, a, b, c, d);
    }

    @Override
    protected void begin(Point at, long... locals) {
        stamp(at);
        core.step(at, locals);
    }

    @Override
    protected void goRound() {
        core.round();
    }

    @Override
    public void pause() {
        core.pause();
    }

    @Override
    public void relax() {
        core.relax();
    }

    @Override
    public int choose(int ways) {
        return core.choose(ways);
    }

    @Override
    public <T> T chooseOf(Supplier<? extends Collection<? extends T>> candidates, ToLongFunction<? super T> code) {
        return core.chooseOf(candidates, code);
    }

    @Override
    public long chooseAmong(List<Long> codes) {
        return core.chooseAmong(codes);
    }

    @Override
    public boolean timeout() {
        return core.timeout();
    }

    @Override
    public void fence() {
        core.fence();
    }

    @Override
    public void room(int stores) {
        core.room(stores);
    }

    @Override
    public void atomic(Runnable body) {
        core.atomic(body);
    }

    @Override
    public boolean attempt(Point at, long[] arguments, BooleanSupplier body) {
        return core.attempt(at, arguments, body);
    }

    @Override
    public StrandEnd halt() {
        return core.halt();
    }
}
