package dev.baton.cli;

import dev.baton.checker.Engine;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.checker.explicit.ExplicitWalks;
import dev.baton.checker.interpreter.InterpreterEngine;
import dev.baton.checker.interpreter.InterpreterWalks;
import dev.baton.checker.smt.ProofEngine;
import dev.baton.checker.smt.SmtEngine;
import dev.baton.checker.smt.prove.ProofListener;
import dev.baton.checker.tla.Distribution;
import dev.baton.checker.tla.TlcEngine;
import dev.baton.checker.walk.WalkEngine;
import dev.baton.cli.check.EngineChoice;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The engines, the fastest on small systems first: a new one is a line here. */
final class Engines {
    private Engines() {}

    static List<Engine> of(EngineChoice choice) {
        return switch (choice) {
            case INTERPRETER -> List.of(new InterpreterEngine());
            case TLC -> List.of(new TlcEngine());
            case PROVE -> List.of(new ProofEngine(ProofListener.NOBODY));
            case SMT -> List.of(new SmtEngine());
            case EXPLICIT -> List.of(new ExplicitEngine());
            case AUTO -> List.of(new ExplicitEngine(), new InterpreterEngine(), new TlcEngine());
            case ALL -> List.of(new InterpreterEngine(), new ExplicitEngine(), new TlcEngine());
        };
    }

    /** TLC's server, with workers here and, if it listens somewhere, elsewhere. */
    static List<Engine> distributed(Optional<InetSocketAddress> listen) {
        return List.of(new TlcEngine(new Distribution(listen)));
    }

    /** What can walk at random, the fastest first. */
    static List<WalkEngine> walking() {
        return List.of(new ExplicitWalks(), new InterpreterWalks());
    }
}
