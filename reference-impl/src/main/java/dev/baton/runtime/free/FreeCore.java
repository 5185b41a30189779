package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Channel;
import dev.baton.runtime.Core;
import dev.baton.runtime.Point;
import dev.baton.runtime.StrandEnd;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The core of a free-running kernel: whatever thread calls, its strand takes the step. */
final class FreeCore extends Core {
    @SuppressWarnings("ThreadLocalUsage") // One for each kernel, whose threads die with it.
    private final ThreadLocal<FreeStrand> strands = new ThreadLocal<>();

    private @Nullable FreeStrand only;

    FreeCore(Actor actor, int member) {
        super(actor, member);
    }

    /** There is this one strand only, which may coast. */
    void only(FreeStrand strand) {
        only = strand;
        strand.coastsOn(this);
    }

    /** See {@link Core#coast}. */
    void coastOn(int rounds) {
        coast(rounds);
    }

    /** See {@link Core#land}. */
    int landed() {
        return land();
    }

    /** The calling thread is this strand's. */
    void enter(FreeStrand strand) {
        strands.set(strand);
    }

    private FreeStrand strand() {
        FreeStrand one = only;
        return one != null ? one : strands.get();
    }

    @Override
    protected void begin(Point at) {
        strand().step(at);
    }

    @Override
    protected void begin(Point at, long a) {
        strand().step(at, a);
    }

    @Override
    protected void begin(Point at, long a, long b) {
        strand().step(at, a, b);
    }

    @Override
    protected void begin(Point at, long a, long b, long c) {
        strand().step(at, a, b, c);
    }

    @Override
    protected void begin(Point at, long... locals) {
        strand().step(at, locals);
    }

    @Override
    protected void goRound() {
        strand().goRound();
    }

    @Override
    public void pause() {
        strand().pause();
    }

    @Override
    public void relax() {
        strand().relax();
    }

    @Override
    public int choose(int ways) {
        FreeStrand strand = strand();
        int way = strand.random(ways);
        strand.chosen(way);
        return way;
    }

    @Override
    public <T> T chooseOf(Supplier<? extends Collection<? extends T>> candidates, ToLongFunction<? super T> code) {
        FreeStrand strand = strand();
        while (true) {
            List<? extends T> all = List.copyOf(candidates.get());
            if (!all.isEmpty()) {
                T chosen = all.get(strand.random(all.size()));
                strand.chosen(code.applyAsLong(chosen));
                return chosen;
            }
            strand.pause();
        }
    }

    @Override
    public long chooseAmong(List<Long> codes) {
        if (codes.isEmpty()) {
            return Channel.EMPTY;
        }
        FreeStrand strand = strand();
        long code = codes.get(strand.random(codes.size()));
        strand.chosen(code);
        return code;
    }

    @Override
    public boolean timeout() {
        return strand().timeout();
    }

    @Override
    public void fence() {
        strand().fence();
    }

    @Override
    public void room(int stores) {
        // Hardware sees to it.
    }

    @Override
    public void atomic(Runnable body) {
        strand().bodies().atomic(body);
    }

    @Override
    public boolean attempt(Point at, long[] arguments, BooleanSupplier body) {
        return strand().bodies().attempt(at, arguments, body, false);
    }

    @Override
    public StrandEnd halt() {
        return strand().halt();
    }
}
