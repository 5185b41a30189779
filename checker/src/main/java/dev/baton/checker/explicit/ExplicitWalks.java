package dev.baton.checker.explicit;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.walk.Asked;
import dev.baton.checker.walk.WalkEngine;
import dev.baton.checker.walk.Walkable;
import dev.baton.checker.walk.Walker;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Optional;

/** Walks on compiled systems. */
public final class ExplicitWalks implements WalkEngine {

    @Override
    public Optional<Walkable> prepare(TransitionSystem system, Asked asked) {
        if (asked.tooMany()) {
            return Optional.empty();
        }
        try {
            Compiled compiled =
                    Compiled.of(new CheckRequest(system, asked.properties(), 1, Optional.empty(), Optional.empty()));
            List<Action> kinds = compiled.program().instances().stream()
                    .map(Instance::action)
                    .toList();
            return Optional.of(new CompiledWalkable(compiled, kinds));
        } catch (TooLargeException _) {
            return Optional.empty();
        }
    }

    private record CompiledWalkable(Compiled compiled, List<Action> kinds) implements Walkable {
        @Override
        public String engine() {
            return "explicit";
        }

        @Override
        public Walker walker() {
            return new CompiledWalker(compiled);
        }
    }
}
