package dev.baton.codegen.actor;

import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Rounds of a {@code while} or {@code loop} in which a core changes nothing, so that it goes round again only to see
 * whether another has: it spins, and may let others get on before it does. Known of a round that only tests, reads,
 * asserts, fails to compare and swap, and makes no choice. Where it fails to swap what it has seen before, another has
 * been quicker: then it had better look again at once.
 */
final class FutileRounds {
    private enum State {
        /** The round has done nothing yet. */
        FRESH,
        /** It has looked at what is shared, and changed nothing. */
        LOOKED,
        /** What it has looked at has changed meanwhile. */
        LOST,
        /** Something may have, or it was seen to already that the round has an end at which nothing did. */
        CHANGED,
        /** Control does not come here. */
        LEFT
    }

    private final Set<Object> ends = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Stmt.If> otherwise = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Touches touches;

    private FutileRounds(Protocol protocol) {
        this.touches = new Touches(protocol);
    }

    /** None: in what is one step. */
    static FutileRounds none(Protocol protocol) {
        return new FutileRounds(protocol);
    }

    /** Those of a body of which each statement is a step. */
    static FutileRounds of(Protocol protocol, List<Stmt> body) {
        FutileRounds rounds = new FutileRounds(protocol);
        rounds.walk(body, State.CHANGED, false, false);
        return rounds;
    }

    /** Whether one ends at the end of a loop's body. */
    boolean endsWith(Stmt loop) {
        return ends.contains(loop);
    }

    /** Whether one ends with a {@code continue}. */
    boolean endsBefore(Stmt.Continue jump) {
        return ends.contains(jump);
    }

    /** Whether one ends with what is done where a test holds. */
    boolean endsWithThen(Stmt.If branch) {
        return ends.contains(branch);
    }

    /** Whether one ends with what is done where a test fails. */
    boolean endsWithElse(Stmt.If branch) {
        return otherwise.contains(branch);
    }

    /** Whether one ends with what is done where a pattern matches. */
    boolean endsWith(Stmt.Arm arm) {
        return ends.contains(arm);
    }

    /**
     * Follows statements.
     *
     * @param last whether the round ends behind them
     * @param spins whether a {@code continue} among them begins another round
     */
    private State walk(List<Stmt> body, State before, boolean last, boolean spins) {
        State state = before;
        for (int i = 0; i < body.size() && state != State.LEFT; i++) {
            state = after(body.get(i), state, last && i == body.size() - 1, spins);
        }
        return state;
    }

    private State after(Stmt s, State before, boolean last, boolean spins) {
        return switch (s) {
            case Stmt.Labelled x -> after(x.body(), before, last, spins);
            case Stmt.Let x -> x.value() instanceof Source.Pure ? looked(x, before) : State.CHANGED;
            case Stmt.Assert x -> looked(x, before);
            case Stmt.Skip x -> before;
            case Stmt.Fence x -> before;
            case Stmt.If x -> afterIf(x, before, last, spins);
            case Stmt.Match x -> afterMatch(x, before, last, spins);
            case Stmt.While x -> round(x, x.body(), outcome(x, x.test(), true, State.FRESH));
            case Stmt.Loop x -> round(x, x.body(), State.FRESH);
            case Stmt.ForEach x -> {
                State each = walk(x.body(), before, false, false);
                yield each == State.LEFT ? State.CHANGED : either(before, each);
            }
            case Stmt.Break x -> State.LEFT;
            case Stmt.Return x -> State.LEFT;
            case Stmt.Halt x -> State.LEFT;
            case Stmt.Continue x -> {
                if (spins && isFutile(before)) {
                    ends.add(x);
                }
                yield State.LEFT;
            }
            case Stmt.Either x -> {
                x.branches().forEach(b -> walk(b, State.CHANGED, false, spins));
                yield State.CHANGED;
            }
            case Stmt.Send x -> {
                x.otherwise().ifPresent(b -> walk(b, State.CHANGED, false, spins));
                yield State.CHANGED;
            }
            case Stmt.Assign x -> State.CHANGED;
            case Stmt.Await x -> State.CHANGED;
            case Stmt.Choose x -> State.CHANGED;
            case Stmt.Receive x -> State.CHANGED;
            case Stmt.Raise x -> State.CHANGED;
            case Stmt.Mask x -> State.CHANGED;
            case Stmt.Unmask x -> State.CHANGED;
            case Stmt.Start x -> State.CHANGED;
            case Stmt.Atomic x -> State.CHANGED;
            case Stmt.Use x -> State.CHANGED;
            case Stmt.Give x -> State.CHANGED;
            case Stmt.Take x -> State.CHANGED;
            case Stmt.Release x -> State.CHANGED;
        };
    }

    private State round(Stmt loop, List<Stmt> body, State begins) {
        if (isFutile(walk(body, begins, true, true))) {
            ends.add(loop);
        }
        return State.CHANGED;
    }

    private State afterIf(Stmt.If x, State before, boolean last, boolean spins) {
        State then = walk(x.then(), outcome(x, x.test(), true, before), last, spins);
        State other = walk(x.otherwise(), outcome(x, x.test(), false, before), last, spins);
        State both = either(then, other);
        if (!last || isFutile(both)) {
            return both;
        }
        if (isFutile(then)) {
            ends.add(x);
        }
        if (isFutile(other)) {
            otherwise.add(x);
        }
        return both == State.LEFT ? both : State.CHANGED;
    }

    private State afterMatch(Stmt.Match x, State before, boolean last, boolean spins) {
        State begins = x.source() instanceof Source.Pure ? looked(x, before) : State.CHANGED;
        State all = State.LEFT;
        List<Stmt.Arm> futile = new ArrayList<>();
        for (Stmt.Arm arm : x.arms()) {
            State state = walk(arm.body(), begins, last, spins);
            all = either(all, state);
            if (isFutile(state)) {
                futile.add(arm);
            }
        }
        if (!last || isFutile(all)) {
            return all;
        }
        ends.addAll(futile);
        return all == State.LEFT ? all : State.CHANGED;
    }

    private static boolean isFutile(State state) {
        return state == State.FRESH || state == State.LOOKED;
    }

    /** What is known behind both of two ways. */
    private static State either(State one, State other) {
        if (one == State.LEFT) {
            return other;
        }
        if (other == State.LEFT) {
            return one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }

    /** What is known once a statement's own expressions are read. */
    private State looked(Stmt s, State before) {
        return before != State.CHANGED && touches.own(s) > 0 ? State.LOOKED : before;
    }

    /** What is known once a test has held, or has failed. */
    private State outcome(Stmt s, Stmt.Test test, boolean held, State before) {
        return switch (test.source()) {
            case Source.Pure x -> looked(s, before);
            case Source.Cas x -> swapped(test, held) ? State.CHANGED : lost(before);
            case Source.FetchAdd x -> State.CHANGED;
            case Source.Exchange x -> State.CHANGED;
        };
    }

    private static State lost(State before) {
        return switch (before) {
            case FRESH -> State.LOOKED;
            case LOOKED, LOST -> State.LOST;
            case CHANGED, LEFT -> before;
        };
    }

    private static boolean swapped(Stmt.Test test, boolean held) {
        if (test.pattern().isEmpty()) {
            return held;
        }
        return !(test.pattern().get() instanceof Pattern.Constant c)
                || held == c.value().equals(Value.TRUE);
    }
}
