package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import dev.baton.runtime.free.Ending;
import dev.baton.runtime.log.LogRing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A host without any kernels: of each life that is launched, a test says what it does, and when it is gone. */
final class Staged implements Host {
    /** Who was launched, in order. */
    final List<String> launched = new ArrayList<>();

    private final Map<String, Life> lives = new HashMap<>();
    private final BiConsumer<Staged, String> script;

    /** @param script what happens as soon as a member was launched, each before any is looked after */
    Staged(BiConsumer<Staged, String> script) {
        this.script = script;
    }

    /** The last life of a member ends. */
    void ends(String who, Ending.Kind how) {
        life(who).ending = Optional.of(Ending.of(how));
    }

    private Life life(String who) {
        return Optional.ofNullable(lives.get(who)).orElseThrow();
    }

    @Override
    public List<LogRing> rings(Actor actor, int member) {
        return List.of();
    }

    @Override
    public Running launch(Actor actor, int member, List<LogRing> rings) {
        String who = actor.called(member);
        Life life = new Life();
        lives.put(who, life);
        launched.add(who);
        script.accept(this, who);
        return life;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {}

    private static final class Life implements Running {
        private Optional<Ending> ending = Optional.empty();

        @Override
        public boolean isRunning() {
            return ending.isEmpty();
        }

        @Override
        public Ending ending() {
            return ending.orElseThrow();
        }

        @Override
        public void kill() {
            ending = ending.or(() -> Optional.of(Ending.of(Ending.Kind.CRASHED)));
        }

        @Override
        public List<LogRing> rings() {
            return List.of();
        }

        @Override
        public Map<String, String> variables() {
            return Map.of();
        }
    }
}
