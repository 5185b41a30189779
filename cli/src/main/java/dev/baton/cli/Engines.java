package dev.baton.cli;

import dev.baton.checker.Engine;
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
            case AUTO, ALL -> List.of(new InterpreterEngine(), new TlcEngine());
        };
    }
}
