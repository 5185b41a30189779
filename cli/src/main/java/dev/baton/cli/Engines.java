package dev.baton.cli;

import dev.baton.checker.Engine;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.checker.interpreter.InterpreterEngine;
import dev.baton.checker.tla.TlcEngine;
import dev.baton.cli.check.EngineChoice;
import java.util.List;

/** The engines, the fastest on small systems first: a new one is a line here. */
final class Engines {
    private Engines() {}

    static List<Engine> of(EngineChoice choice) {
        return switch (choice) {
            case INTERPRETER -> List.of(new InterpreterEngine());
            case TLC -> List.of(new TlcEngine());
            case EXPLICIT -> List.of(new ExplicitEngine());
            case AUTO -> List.of(new ExplicitEngine(), new InterpreterEngine(), new TlcEngine());
            case ALL -> List.of(new InterpreterEngine(), new ExplicitEngine(), new TlcEngine());
        };
    }
}
