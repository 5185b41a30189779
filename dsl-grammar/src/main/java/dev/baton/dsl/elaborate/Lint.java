package dev.baton.dsl.elaborate;

import dev.baton.model.protocol.Protocol;

/** What is doubtful in a protocol without errors. What holds under the parameters of one run only is left unsaid. */
final class Lint {
    private Lint() {}

    static void lint(Protocol protocol, Session session) {
        LintUses.lint(protocol, session);
        LintSignals.lint(protocol, session);
        LintFlow.lint(protocol, session.problems);
        LintInfluence.lint(protocol, session);
        LintProperties.lint(protocol, session.problems);
    }
}
