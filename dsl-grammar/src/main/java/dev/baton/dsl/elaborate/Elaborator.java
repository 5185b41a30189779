package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A syntax tree and one choice of parameters to a protocol. */
public final class Elaborator {
    private Elaborator() {}

    /**
     * Resolves names, finds types, and says what is wrong or doubtful.
     *
     * @param imports the files that are imported, each once, after those it imports itself
     * @param parameters values of parameters that are not to have their default
     * @return the protocol if there are no errors
     */
    public static Diagnosed<Protocol> elaborate(
            SyntaxFile file, List<Imported> imports, Map<String, Integer> parameters) {
        Problems problems = new Problems();
        Program program = Program.of(file, imports);
        Session session = new Session(program, parameters, problems);
        Protocol protocol = protocol(session, parameters);
        CheckAtomicity.check(protocol, problems);
        if (!problems.failed()) {
            Lint.lint(protocol, session);
        }
        Optional<Protocol> result = problems.failed() ? Optional.empty() : Optional.of(protocol);
        return new Diagnosed<>(result, problems.sorted(file.source()));
    }

    private static Protocol protocol(Session session, Map<String, Integer> parameters) {
        unknownParameters(session, parameters);
        ElaborateActors actors = new ElaborateActors(session);
        ElaborateFaults faults = new ElaborateFaults(session);
        List<Protocol.Memory> memory = session.variables.memory();
        List<Actor> elaborated = new ArrayList<>();
        session.program.all(Decl.Actor.class).forEach(a -> elaborated.add(actors.elaborate(a)));
        ElaborateProperties.Asked asked = ElaborateProperties.elaborate(session);
        SyntaxFile main = session.program.main();
        return new Protocol(
                main.name().text(),
                main.doc(),
                main.source(),
                session.constants.all(),
                session.types.all(),
                TypeTexts.of(session.program),
                session.functions.all(),
                memory,
                faults.resources(),
                session.wires.channels(),
                session.wires.ipis(),
                elaborated,
                faults.faults(),
                asked.properties(),
                asked.untils(),
                asked.terminals());
    }

    private static void unknownParameters(Session session, Map<String, Integer> parameters) {
        Name protocol = session.program.main().name();
        List<String> known = session.program.all(Decl.Param.class).stream()
                .map(p -> p.name().text())
                .toList();
        String all = known.isEmpty() ? "no parameters" : "the parameters `" + String.join("`, `", known) + "`";
        for (String name : parameters.keySet().stream().sorted().toList()) {
            if (!known.contains(name)) {
                String help = Spelling.nearest(name, known)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("`" + protocol.text() + "` has " + all);
                session.problems.help(Code.B0201, protocol.span(), help, name);
            }
        }
    }
}
