package dev.baton.runtime.step;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Channel;
import dev.baton.runtime.Core;
import dev.baton.runtime.Life;
import dev.baton.runtime.Point;
import dev.baton.runtime.ProtocolViolation;
import dev.baton.runtime.Refused;
import dev.baton.runtime.StrandEnd;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** A core whose steps a test grants. */
final class SteppedCore extends Core {
    private static final Outcome BLOCKED = new Outcome.Refused("the code can't take the step now");

    private final Turn turn;

    SteppedCore(Actor actor, int member, Turn turn) {
        super(actor, member);
        this.turn = turn;
    }

    @Override
    protected void begin(Point at, long... locals) {
        if (turn.isBody()) {
            throw new IllegalStateException("a step within a step: " + at);
        }
        if (locals.length != at.locals().size()) {
            throw new IllegalStateException(at + " has locals " + at.locals() + ", but is told " + locals.length);
        }
        turn.strand().arrive(at, locals);
        turn.stand(Turn.taken());
    }

    @Override
    public void pause() {
        if (turn.isBody()) {
            throw new Refused();
        }
        turn.stand(BLOCKED);
    }

    @Override
    public void relax() {
        // A test says who gets on.
    }

    @Override
    public int choose(int ways) {
        while (true) {
            long way = turn.nextChoice().orElse(0L);
            if (way >= 0 && way < ways) {
                return (int) way;
            }
            pause();
        }
    }

    @Override
    public <T> T chooseOf(Supplier<? extends Collection<? extends T>> candidates, ToLongFunction<? super T> code) {
        while (true) {
            Optional<Long> granted = turn.nextChoice();
            for (T candidate : candidates.get()) {
                if (granted.isEmpty() || granted.get() == code.applyAsLong(candidate)) {
                    return candidate;
                }
            }
            pause();
        }
    }

    @Override
    public long chooseAmong(List<Long> codes) {
        Optional<Long> granted = turn.nextChoice();
        if (granted.isPresent()) {
            return codes.contains(granted.get()) ? granted.get() : Channel.EMPTY;
        }
        return codes.isEmpty() ? Channel.EMPTY : codes.getFirst();
    }

    @Override
    public boolean timeout() {
        return true;
    }

    @Override
    public void fence() {
        while (!isDrained()) {
            pause();
        }
    }

    @Override
    public void room(int stores) {
        while (!hasRoom(stores)) {
            pause();
        }
    }

    @Override
    public boolean isDrained() {
        return turn.buffers().isEmpty();
    }

    @Override
    public boolean hasRoom(int stores) {
        return turn.buffers().hasRoom(stores);
    }

    @Override
    public void atomic(Runnable body) {
        if (turn.isBody()) {
            body.run();
            return;
        }
        while (true) {
            turn.enterBody();
            try {
                body.run();
                turn.leaveBody();
                return;
            } catch (Refused refused) {
                turn.again();
                turn.stand(BLOCKED);
            }
        }
    }

    @Override
    public boolean attempt(Point at, long[] arguments, BooleanSupplier body) {
        turn.enterBody();
        try {
            return body.getAsBoolean();
        } catch (Refused refused) {
            return false;
        } finally {
            turn.leaveBody();
        }
    }

    @Override
    public StrandEnd halt() {
        if (!actor().machine().lives().halt(actor(), member())) {
            Life life = actor().machine().lives().of(actor(), member());
            throw new ProtocolViolation("`halt` of an actor that is " + life);
        }
        return new StrandEnd(StrandEnd.Reason.HALTED);
    }
}
