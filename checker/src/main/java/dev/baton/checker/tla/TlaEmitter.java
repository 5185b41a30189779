package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link TransitionSystem} as a TLA+ module that TLC can check and people can read. */
public final class TlaEmitter {
    private final TransitionSystem system;
    private final Survey survey;
    private final Encoding encoding;
    private final Naming naming;
    private final TypeSets sets;
    private final Translator translator;
    private final Branching branching = new Branching();

    private TlaEmitter(TransitionSystem system) {
        this.system = system;
        this.survey = Survey.of(system);
        this.encoding = Encoding.of(survey);
        this.naming = Naming.of(system, survey, encoding);
        this.sets = new TypeSets(system, encoding, naming);
        this.translator = new Translator(encoding, naming, sets);
    }

    /** The module of a system; the same text for the same system, always. */
    public static TlaModule emit(TransitionSystem system) {
        return new TlaEmitter(system).module();
    }

    private TlaModule module() {
        ActionOperators actions = new ActionOperators(system, naming, translator, branching);
        BehaviorOperators behavior = new BehaviorOperators(system, naming, translator, branching);
        List<Operator> definitions =
                system.definitions().stream().map(this::definition).toList();
        Set<String> variables =
                system.variables().stream().map(naming::variable).collect(Collectors.toSet());
        PropertyOperators properties =
                new PropertyOperators(naming, translator, new StateReads(variables, definitions));

        List<Operator> steps = new ArrayList<>();
        system.error().map(actions::fail).ifPresent(steps::add);
        system.actions().stream().map(actions::operator).forEach(steps::add);

        List<Operator> behaviors = new ArrayList<>(behavior.units());
        behavior.terminating().ifPresent(behaviors::add);
        behaviors.add(behavior.next());
        behaviors.add(behavior.spec());

        Map<Property, Operator> stated = new LinkedHashMap<>();
        system.properties().forEach(p -> properties.operator(p).ifPresent(operator -> stated.put(p, operator)));
        List<Operator> asked = new ArrayList<>(stated.values());
        behavior.noDeadlock().ifPresent(asked::add);

        ModuleText text = new ModuleText(system, survey, encoding, naming, sets, translator);
        return text.module(List.of(definitions, List.of(typeOk(), init()), steps, behaviors, asked), stated);
    }

    private Operator typeOk() {
        List<Term> parts = new ArrayList<>();
        for (Variable variable : system.variables()) {
            parts.addAll(sets.membership(Terms.word(naming.variable(variable)), variable.type(), Scope.of(naming)));
        }
        return Operator.listed(Naming.TYPE_OK, Terms.and(parts));
    }

    private Operator init() {
        List<Term> parts = new ArrayList<>();
        for (Variable variable : system.variables()) {
            parts.add(Terms.equal(
                    Terms.word(naming.variable(variable)), translator.term(variable.init(), Scope.of(naming))));
        }
        return Operator.listed(Naming.INIT, Terms.and(parts));
    }

    private Operator definition(Definition definition) {
        Scope scope = Scope.of(naming);
        List<String> parameters = new ArrayList<>();
        for (Definition.Parameter parameter : definition.parameters()) {
            scope = scope.with(parameter.name());
            parameters.add(scope.get(parameter.name()));
        }
        Term body = translator.term(definition.body(), scope);
        branching.define(naming.definition(definition), body);
        List<String> comment =
                definition.doc().map(doc -> Comments.wrapped(doc, 96)).orElse(List.of());
        return new Operator(naming.definition(definition), parameters, body, comment, false);
    }
}
