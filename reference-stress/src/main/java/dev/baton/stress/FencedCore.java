package dev.baton.stress;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Channel;
import dev.baton.runtime.Core;
import dev.baton.runtime.Point;
import dev.baton.runtime.Refused;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.StrandEnd;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** A core that takes no steps but knows its fence. */
final class FencedCore extends Core {
    FencedCore(Actor actor) {
        super(actor, 0);
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
        return codes.isEmpty() ? Channel.EMPTY : codes.getFirst();
    }

    @Override
    public boolean timeout() {
        return false;
    }

    @Override
    public void fence() {
        SharedMemory.fence();
    }

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
