package dev.baton.checker.explicit;

import dev.baton.checker.explicit.emit.SystemEmitter;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.layout.Packer;
import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.program.Unroll;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.Probes;
import dev.baton.checker.explicit.search.Sightings;
import dev.baton.model.coverage.Goals;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Optional;

/** A system made ready to be searched for some of its properties. */
record Compiled(
        Interpreter interpreter,
        Questions questions,
        Layout layout,
        Packer packer,
        Program program,
        CompiledSystem system,
        Optional<CoverageProbes> coverage) {

    /** Throws {@code TooLargeException} for what is beyond this engine. */
    static Compiled of(TransitionSystem system, List<Property> properties) {
        Interpreter interpreter = new Interpreter(system);
        State first = interpreter.initial();
        Questions questions = Questions.of(properties);
        Layout layout = Layout.of(system);
        Program program = unroll(system, layout, first, questions);
        if (program.instances().stream().allMatch(i -> i.checks().isEmpty())) {
            // no check is left that could fail: worth the bits of the error variable if that saves a word
            Layout smaller = Layout.of(system, false);
            if (smaller.words() < layout.words()) {
                layout = smaller;
                program = unroll(system, layout, first, questions);
            }
        }
        return new Compiled(
                interpreter,
                questions,
                layout,
                new Packer(system, layout, first),
                program,
                SystemEmitter.load(program),
                CoverageProbes.of(system, Goals.of(system, properties), layout, program, first));
    }

    /** What a search is to look out for. */
    Sightings sightings() {
        return new Sightings(coverage.map(CoverageProbes::probes).orElse(Probes.NONE), layout.words());
    }

    /** Names what is searched for what, and how it is packed. */
    String digest() {
        return SystemEmitter.digest(program)
                + coverage.map(c -> " " + c.digest()).orElse("");
    }

    private static Program unroll(TransitionSystem system, Layout layout, State first, Questions questions) {
        return Unroll.unroll(system, layout, first, questions.statePredicates(), questions.stepPredicates());
    }
}
