package dev.baton.runtime;

import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** A core that takes no steps, for parts that only want to know who asks. */
final class IdleCore extends Core {
    IdleCore(Actor actor, int member) {
        super(actor, member);
    }

    @Override
    protected void begin(Point at, long... locals) {}

    @Override
    public void pause() {
        throw new Refused();
    }

    @Override
    public void relax() {}

    @Override
    public int choose(int ways) {
        return 0;
    }

    @Override
    public <T> T chooseOf(Supplier<? extends Collection<? extends T>> candidates, ToLongFunction<? super T> code) {
        return candidates.get().iterator().next();
    }

    @Override
    public long chooseAmong(List<Long> codes) {
        return codes.isEmpty() ? Channel.EMPTY : codes.getLast();
    }

    @Override
    public boolean timeout() {
        return false;
    }

    @Override
    public void fence() {}

    @Override
    public void room(int stores) {}

    @Override
    public void atomic(Runnable body) {
        body.run();
    }

    @Override
    public boolean attempt(Point at, long[] arguments, BooleanSupplier body) {
        return body.getAsBoolean();
    }

    @Override
    public StrandEnd halt() {
        return new StrandEnd(StrandEnd.Reason.HALTED);
    }
}
