package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Layout;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A module put together: what its operators need is declared and defined before them, and nothing else. */
final class ModuleText {
    private static final int RULE = 79;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z]\\w*|\\\\o|[-+*]|\\.\\.|<=|>=");

    private final TransitionSystem system;
    private final Survey survey;
    private final Encoding encoding;
    private final Naming naming;
    private final TypeSets sets;
    private final Translator translator;
    private final Set<String> words = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    /** What the configuration file says of each constant. */
    private final Map<String, String> constants = new LinkedHashMap<>();

    ModuleText(
            TransitionSystem system,
            Survey survey,
            Encoding encoding,
            Naming naming,
            TypeSets sets,
            Translator translator) {
        this.system = system;
        this.survey = survey;
        this.encoding = encoding;
        this.naming = naming;
        this.sets = sets;
        this.translator = translator;
    }

    /**
     * @param sections groups of operators; a rule stands between them
     * @param properties those among them that stand for a property
     */
    TlaModule module(List<List<Operator>> sections, Map<Property, Operator> properties) {
        sections.forEach(section -> section.forEach(operator -> words.addAll(operator.words())));
        Optional<Operator> symmetry = symmetry();
        symmetry.ifPresent(operator -> words.addAll(operator.words()));
        List<Operator> types = types();
        List<Operator> fixed = fixedConstants();
        List<String> prelude = prelude();

        header(sections.stream().flatMap(List::stream).map(Operator::body).anyMatch(Branching::shields));
        constants();
        assumptions();
        if (!prelude.isEmpty()) {
            lines.addAll(prelude);
            lines.add("");
        }
        fixed.forEach(operator -> lines.addAll(operator.lines()));
        types.forEach(operator -> lines.addAll(operator.lines()));
        if (!fixed.isEmpty() || !types.isEmpty()) {
            lines.add("");
        }
        variables();
        for (List<Operator> section : sections) {
            section(section);
        }
        symmetry.ifPresent(operator -> section(List.of(operator)));
        lines.removeLast();
        lines.add("=".repeat(RULE));
        return new TlaModule(
                system,
                encoding,
                naming,
                properties,
                String.join("\n", lines) + "\n",
                constantLines(),
                symmetry.isPresent());
    }

    private List<String> constantLines() {
        return constants.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .toList();
    }

    private void section(List<Operator> operators) {
        if (operators.isEmpty()) {
            return;
        }
        lines.add("-".repeat(RULE));
        lines.add("");
        for (Operator operator : operators) {
            lines.addAll(operator.lines());
            lines.add("");
        }
    }

    private void header(boolean shields) {
        String title = " MODULE " + naming.module() + " ";
        int left = Math.max(4, (RULE - title.length()) / 2);
        lines.add("-".repeat(left) + title + "-".repeat(Math.max(4, RULE - left - title.length())));
        List<String> text = new ArrayList<>();
        system.doc().ifPresent(doc -> {
            text.addAll(Comments.wrapped(doc, Comments.BOX));
            text.add("");
        });
        text.addAll(Comments.wrapped(origin(system), Comments.BOX));
        if (shields) {
            text.add("");
            text.addAll(Comments.wrapped(
                    "(P \\/ Q) = TRUE in a guard is P \\/ Q; TLC would count a step for each side.", Comments.BOX));
        }
        lines.addAll(Comments.box(text));
        List<String> extended = new ArrayList<>();
        for (StandardModule module : StandardModule.values()) {
            if (module.neededFor(words)) {
                extended.add(module.title());
            }
        }
        if (!extended.isEmpty()) {
            lines.add("EXTENDS " + String.join(", ", extended));
        }
        lines.add("");
    }

    static String origin(TransitionSystem system) {
        return "Generated by Baton from " + system.source().name() + ": change that, not this.";
    }

    private void constants() {
        List<String> comments = new ArrayList<>();
        for (TransitionSystem.Parameter parameter : system.parameters()) {
            if (parameter.value() >= 0) {
                constants.put(naming.parameter(parameter.name()), Integer.toString(parameter.value()));
                comments.add(parameter.doc().orElse(""));
            }
        }
        for (Type type : survey.namedTypes()) {
            if (type instanceof Type.Index index
                    && encoding.modelValues(index)
                    && words.contains(naming.typeName(index))) {
                constants.put(naming.typeName(index), index.single() ? naming.typeName(index) : members(index));
                comments.add(index.single() ? "" : "a set of model values: nothing tells its members apart");
            }
        }
        if (words.contains(Naming.NONE)) {
            constants.put(Naming.NONE, Naming.NONE);
            comments.add("the option without a value");
        }
        declare("CONSTANTS", List.copyOf(constants.keySet()), comments);
    }

    private String members(Type.Index index) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < index.size(); i++) {
            names.add(naming.member(index, i));
        }
        return "{" + String.join(", ", names) + "}";
    }

    private void declare(String keyword, List<String> names, List<String> comments) {
        if (names.isEmpty()) {
            return;
        }
        lines.add(keyword);
        int width = names.stream().mapToInt(String::length).max().orElse(0) + 1;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) + (i == names.size() - 1 ? "" : ",");
            List<String> comment =
                    comments.get(i).isEmpty() ? List.of() : Comments.wrapped(comments.get(i), 90 - width);
            lines.add("    "
                    + (comment.isEmpty() ? name : String.format("%-" + width + "s  \\* %s", name, comment.getFirst())));
            comment.stream().skip(1).forEach(more -> lines.add(" ".repeat(width + 6) + "\\* " + more));
        }
        lines.add("");
    }

    private void assumptions() {
        List<Term> known = new ArrayList<>();
        for (TransitionSystem.Parameter parameter : system.parameters()) {
            if (constants.containsKey(naming.parameter(parameter.name()))) {
                known.add(Terms.equal(Terms.word(naming.parameter(parameter.name())), Terms.number(parameter.value())));
            }
        }
        for (Type type : survey.namedTypes()) {
            if (type instanceof Type.Index index && !index.single() && constants.containsKey(naming.typeName(index))) {
                known.add(Terms.equal(Terms.call("Cardinality", Terms.word(naming.typeName(index))), sets.size(index)));
            }
        }
        if (!known.isEmpty()) {
            lines.add("\\* The values that this module was generated for.");
            lines.addAll(Layout.hang("ASSUME ", Layout.bullets(Terms.and(known), 90)));
            lines.add("");
        }
    }

    /** Named types whose name occurs; from the last to the first, since a type is made of those before it. */
    private List<Operator> types() {
        List<Operator> types = new ArrayList<>();
        for (Type type : survey.namedTypes().reversed()) {
            boolean constant = type instanceof Type.Index index && encoding.modelValues(index);
            if (constant && words.contains(naming.typeName(type))) {
                words.add("Cardinality");
                words.addAll(Words.of(sets.size((Type.Index) type)));
            } else if (words.contains(naming.typeName(type))) {
                Operator operator = Operator.plain(naming.typeName(type), sets.definition(type));
                words.addAll(operator.words());
                types.addFirst(operator);
            }
        }
        return types;
    }

    /** Constants that no configuration file can give: negative numbers, and all but numbers. */
    private List<Operator> fixedConstants() {
        List<Operator> fixed = new ArrayList<>();
        for (TransitionSystem.Parameter parameter : system.parameters()) {
            if (parameter.value() < 0) {
                fixed.add(Operator.plain(naming.parameter(parameter.name()), Terms.number(parameter.value())));
            }
        }
        for (Expr.Constant constant : survey.constants()) {
            boolean parameter =
                    system.parameters().stream().anyMatch(p -> p.name().equals(constant.name()));
            if (!parameter) {
                Term value = translator.literals().term(constant.value(), Scope.of(naming));
                fixed.add(Operator.plain(naming.constant(constant.name()), value));
            }
        }
        fixed.forEach(operator -> words.addAll(operator.words()));
        return fixed;
    }

    private List<String> prelude() {
        List<String> text = new ArrayList<>();
        Scope scope = Scope.of(naming);
        for (String parameter : Prelude.PARAMETERS) {
            scope = scope.with(parameter);
        }
        for (Prelude operator : Prelude.among(words, survey)) {
            for (String line : operator.template()) {
                String named = line;
                for (String parameter : Prelude.PARAMETERS) {
                    named = named.replaceAll("\\$" + parameter + "\\b", scope.get(parameter));
                }
                text.add(named);
                Matcher tokens = IDENTIFIER.matcher(line);
                while (tokens.find()) {
                    words.add(tokens.group());
                }
            }
        }
        return text;
    }

    private void variables() {
        List<String> names = system.variables().stream().map(naming::variable).toList();
        List<String> comments = system.variables().stream()
                .map(Variable::doc)
                .map(doc -> doc.orElse(""))
                .toList();
        declare("VARIABLES", names, comments);
        Term tuple = Terms.tuple(names.stream().map(Terms::word).toList());
        lines.addAll(Operator.plain(Naming.VARS, tuple).lines());
        lines.add("");
    }

    private Optional<Operator> symmetry() {
        return system.symmetric().stream()
                .filter(index -> encoding.modelValues(index) && !index.single())
                .filter(index -> words.contains(naming.typeName(index)))
                .map(index -> Terms.call("Permutations", Terms.word(naming.typeName(index))))
                .reduce((a, b) -> Terms.binary(Infix.UNION, a, b))
                .map(term -> new Operator(
                        Naming.SYMMETRY,
                        List.of(),
                        term,
                        List.of(
                                "SYMMETRY Symmetry in the configuration makes TLC look at one of several states that",
                                "differ only in the names of these. Not sound for liveness; counts are then smaller."),
                        false));
    }
}
