package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Span;
import dev.baton.model.source.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run: what is declared, under one choice of parameters, and what there is to say of it. The passes share it. */
final class Session {
    final Program program;
    final Problems problems;
    final Symbols symbols;
    final FoldConstants constants;
    final CheckDomains domains;
    final DeclareTypes types;
    final DeclareVariables variables;
    final DeclareFunctions functions;
    final DeclareWires wires;
    final TypeExpressions expressions;
    final ElaboratePatterns patterns;

    private final List<String> underWay = new ArrayList<>();

    Session(Program program, Map<String, Integer> parameters, Problems problems) {
        this.program = program;
        this.problems = problems;
        this.symbols = Symbols.of(program, problems);
        this.constants = new FoldConstants(this, parameters);
        this.domains = new CheckDomains(problems);
        this.types = new DeclareTypes(this);
        this.variables = new DeclareVariables(this);
        this.functions = new DeclareFunctions(this);
        this.wires = new DeclareWires(this);
        this.expressions = new TypeExpressions(this);
        this.patterns = new ElaboratePatterns(this);
    }

    <V> OnDemand<V> table() {
        return new OnDemand<>(underWay);
    }

    /** Says that {@code name}, which is being worked out, needs itself, or too many others. */
    void cycle(Code code, Span span, String name) {
        if (!underWay.contains(name)) {
            String what = "`" + underWay.getFirst() + "` leads through other definitions";
            problems.say(Code.B0106, span, what, Integer.toString(Limits.DEPTH));
            return;
        }
        List<String> chain = new ArrayList<>(underWay.subList(underWay.indexOf(name), underWay.size()));
        chain.add(name);
        problems.say(code, span, name, String.join(" → ", chain));
    }

    /** The actor of a name, if it is one. */
    Optional<Decl.Actor> actor(String name) {
        return symbols.find(name)
                .map(Symbol::declaration)
                .filter(Decl.Actor.class::isInstance)
                .map(Decl.Actor.class::cast);
    }

    /** Says that a name is not declared, and which of the candidates may be meant. */
    void undeclared(Name name, Collection<String> candidates) {
        undeclared(name, candidates, problems);
    }

    /** The same, said elsewhere. */
    void undeclared(Name name, Collection<String> candidates, Problems problems) {
        Diagnostic plain = Diagnostic.of(Code.B0201, name.span(), name.text());
        problems.add(nearest(name, candidates).map(plain::withHelp).orElse(plain));
    }

    /** Says that a thing has no part of a name, and which of its parts may be meant. */
    void noPart(String thing, String kind, Name part, Collection<String> parts) {
        Diagnostic plain = Diagnostic.of(Code.B0204, part.span(), thing, kind, part.text());
        String all = parts.isEmpty() ? "it has none" : "it has `" + String.join("`, `", parts) + "`";
        String help = Spelling.nearest(part.text(), parts)
                .map(near -> "did you mean `" + near + "`?")
                .orElse(all);
        problems.add(plain.withHelp(help));
    }

    /** Says that a name is declared, but not as what is needed. */
    void wrongKind(Name name, Symbol symbol, String needed, Optional<String> help) {
        Diagnostic plain = Diagnostic.of(Code.B0206, name.span(), name.text(), symbol.word(), needed);
        problems.add(help.map(plain::withHelp).orElse(plain));
    }

    private Optional<String> nearest(Name name, Collection<String> candidates) {
        return Spelling.nearest(name.text(), candidates)
                .map(near -> symbols.find(near)
                        .map(s -> "did you mean `" + near + "`, declared "
                                + Places.of(s.name().span(), name.span()) + "?")
                        .orElse("did you mean `" + near + "`?"));
    }
}
