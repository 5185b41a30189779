package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExpectationSyntax;
import dev.baton.dsl.syntax.SettingSyntax;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The checks of a file; one named {@code default} where there is none. */
public final class Checks {
    private final Program program;
    private final Problems problems = new Problems();
    private final Session session;
    private final Set<String> properties;

    private Checks(Program program) {
        this.program = program;
        this.session = new Session(program, Map.of(), new Problems());
        this.properties = properties(program);
    }

    /** The checks of {@code file}; those of its imports are not run. */
    public static Diagnosed<List<CheckSpec>> checks(SyntaxFile file, List<Imported> imports) {
        Checks pass = new Checks(Program.of(file, imports));
        List<CheckSpec> all = new ArrayList<>();
        for (Decl.Check check : pass.program.all(Decl.Check.class)) {
            all.add(pass.check(check));
        }
        if (all.isEmpty()) {
            all.add(new CheckSpec(
                    "default",
                    Map.of(),
                    List.of(),
                    Optional.empty(),
                    file.name().span()));
        }
        if (!pass.problems.failed()) {
            pass.compare(all);
        }
        Optional<List<CheckSpec>> result = pass.problems.failed() ? Optional.empty() : Optional.of(List.copyOf(all));
        return new Diagnosed<>(result, pass.problems.sorted(file.source()));
    }

    private static Set<String> properties(Program program) {
        Set<String> names = new LinkedHashSet<>();
        program.declarations().forEach(d -> Symbols.propertyName(d).ifPresent(n -> names.add(n.text())));
        names.addAll(ElaborateProperties.ALWAYS);
        if (program.all(Decl.Resource.class).isEmpty()) {
            names.remove("Owned");
        }
        return names;
    }

    private CheckSpec check(Decl.Check check) {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        for (SettingSyntax setting : check.parameters()) {
            setting(setting, parameters);
        }
        bounds(check, parameters);
        List<CheckSpec.Expectation> expectations = new ArrayList<>();
        for (ExpectationSyntax expectation : check.expectations()) {
            expectation(expectation, expectations);
        }
        return new CheckSpec(check.name().text(), parameters, expectations, check.doc(), check.span());
    }

    private void setting(SettingSyntax setting, Map<String, Integer> into) {
        String name = setting.name().text();
        List<String> known =
                program.all(Decl.Param.class).stream().map(p -> p.name().text()).toList();
        if (!known.contains(name)) {
            session.undeclared(setting.name(), known, problems);
            return;
        }
        Session own = new Session(program, Map.of(), problems);
        OptionalInt value = own.constants.integer(setting.value());
        if (value.isPresent() && into.putIfAbsent(name, value.getAsInt()) != null) {
            problems.help(Code.B0202, setting.name().span(), "say its value once", name);
        }
    }

    /** Bounds may depend on other parameters, so they are asked under those of the check. */
    private void bounds(Decl.Check check, Map<String, Integer> parameters) {
        Session own = new Session(program, parameters, new Problems());
        for (SettingSyntax setting : check.parameters()) {
            Integer value = parameters.get(setting.name().text());
            program.all(Decl.Param.class).stream()
                    .filter(p -> p.name().text().equals(setting.name().text()))
                    .forEach(p -> {
                        if (value != null
                                && own.types.of(p.type()) instanceof Type.Range range
                                && (value < range.low() || value > range.high())) {
                            problems.say(
                                    Code.B0402,
                                    setting.value().span(),
                                    p.name().text(),
                                    value.toString(),
                                    range.toString());
                        }
                    });
        }
    }

    private void expectation(ExpectationSyntax expectation, List<CheckSpec.Expectation> into) {
        String name = expectation.property().text();
        if (!properties.contains(name)) {
            if (name.equals("Owned")) {
                problems.help(Code.B0201, expectation.property().span(), "it is asked where there are resources", name);
            } else {
                session.undeclared(expectation.property(), properties, problems);
            }
            return;
        }
        boolean violated = switch (expectation.outcome()) {
            case HOLDS -> false;
            case VIOLATED -> true;
        };
        Optional<CheckSpec.Expectation> before =
                into.stream().filter(e -> e.property().equals(name)).findFirst();
        if (before.isEmpty()) {
            into.add(new CheckSpec.Expectation(name, violated, expectation.span()));
        } else if (before.get().violated() == violated) {
            problems.say(Code.B0811, expectation.span(), name);
        } else {
            problems.say(Code.B0609, expectation.span(), name);
        }
    }

    /** Two checks that run the same and expect different things: one of them fails. */
    private void compare(List<CheckSpec> checks) {
        for (int i = 0; i < checks.size(); i++) {
            for (int j = i + 1; j < checks.size(); j++) {
                CheckSpec first = checks.get(i);
                CheckSpec second = checks.get(j);
                if (all(first).equals(all(second))) {
                    properties.stream()
                            .filter(p -> first.violated(p) != second.violated(p))
                            .findFirst()
                            .ifPresent(p -> problems.say(
                                    Code.B0812, LintSignals.head(second.span()), first.name(), second.name(), p));
                }
            }
        }
    }

    private Map<String, Integer> all(CheckSpec check) {
        Map<String, Integer> all = new LinkedHashMap<>();
        Session own = new Session(program, check.parameters(), new Problems());
        own.constants.all().forEach(p -> all.put(p.name(), p.value()));
        return all;
    }
}
