package dev.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.junit.jupiter.api.Test;

/** A doorbell does what an obvious one does: a number, a flag and a life for each target. */
final class DoorbellTest {

    static final class World {
        final Parts parts = Parts.made(true);
        final Core core = parts.core(parts.senders, 0);
        final int[] pending = {0, 0};
        final boolean[] masked = {false, false};
        final Life[] life = {Life.LIVE, Life.LIVE};

        Doorbell bell() {
            return parts.queued;
        }

        World raise(int to) {
            Raised expected = life[to] == Life.OFF || life[to] == Life.CRASHED
                    ? Raised.DROPPED
                    : pending[to] == bell().kind().queued() ? Raised.COALESCED : Raised.PENDING;
            assertThat(bell().raise(core, to)).isEqualTo(expected);
            pending[to] += expected == Raised.PENDING ? 1 : 0;
            return same();
        }

        World take(int by) {
            assertThat(bell().take(by)).isEqualTo(pending[by] > 0);
            pending[by] = Math.max(0, pending[by] - 1);
            return same();
        }

        World mask(int by, boolean on) {
            if (life[by] == Life.LIVE) {
                bell().mask(by, on);
                masked[by] = on;
            }
            return same();
        }

        World die(int who, Life how) {
            boolean did = how == Life.CRASHED
                    ? parts.lives().crash(parts.receivers, who)
                    : parts.lives().halt(parts.receivers, who);
            assertThat(did).isEqualTo(life[who] == Life.LIVE);
            if (did) {
                life[who] = how;
                pending[who] = 0;
                masked[who] = false;
            }
            return same();
        }

        World hang(int who) {
            boolean did = parts.lives().hang(parts.receivers, who);
            assertThat(did).isEqualTo(life[who] == Life.LIVE);
            life[who] = did ? Life.HUNG : life[who];
            return same();
        }

        World live(int who) {
            if (life[who] == Life.OFF) {
                parts.lives().start(parts.receivers, who);
                life[who] = Life.LIVE;
            } else if (life[who] == Life.CRASHED) {
                assertThat(parts.lives().restart(parts.receivers, who)).isTrue();
                life[who] = Life.LIVE;
            }
            return same();
        }

        private World same() {
            for (int m = 0; m < 2; m++) {
                assertThat(bell().pending(m)).isEqualTo(pending[m]);
                assertThat(bell().isMasked(m)).isEqualTo(masked[m]);
                assertThat(parts.lives().of(parts.receivers, m)).isEqualTo(life[m]);
            }
            return this;
        }
    }

    private static Action.Independent<World> each(
            String what, java.util.function.BiFunction<World, Integer, World> does) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<World>> transformer() {
                return Arbitraries.of(0, 1).map(m -> Transformer.transform(what + " " + m, w -> does.apply(w, m)));
            }
        };
    }

    @Provide
    Arbitrary<ActionChain<World>> histories() {
        return ActionChain.startWith(World::new)
                .withAction(6, each("raise", World::raise))
                .withAction(4, each("take", World::take))
                .withAction(1, each("mask", (w, m) -> w.mask(m, true)))
                .withAction(1, each("unmask", (w, m) -> w.mask(m, false)))
                .withAction(1, each("crash", (w, m) -> w.die(m, Life.CRASHED)))
                .withAction(1, each("halt", (w, m) -> w.die(m, Life.OFF)))
                .withAction(1, each("hang", World::hang))
                .withAction(2, each("live", World::live))
                .withMaxTransformations(60);
    }

    @Property(tries = 300)
    void doesWhatAnObviousOneDoes(@ForAll("histories") ActionChain<World> history) {
        assertThat(history.run()).isNotNull();
    }

    /** Between a slow sender's look at the target and its IPI, the target restarts and gets another's. */
    @Test
    void whatIsForALifeThatIsOverErasesNothing() {
        Parts parts = Parts.made(false);
        Core fast = parts.core(parts.senders, 1);
        AtomicBoolean meanwhile = new AtomicBoolean(true);
        parts.bell.handledOn(to -> {
            if (meanwhile.getAndSet(false)) {
                assertThat(parts.lives().crash(parts.receivers, to)).isTrue();
                assertThat(parts.lives().restart(parts.receivers, to)).isTrue();
                assertThat(parts.bell.raise(fast, to)).isEqualTo(Raised.PENDING);
            }
            return Seat.of("Receiver", to);
        });
        assertThat(parts.bell.raise(parts.core(parts.senders, 0), 0)).isEqualTo(Raised.DROPPED);
        assertThat(parts.bell.pending(0)).isEqualTo(1);
    }
}
