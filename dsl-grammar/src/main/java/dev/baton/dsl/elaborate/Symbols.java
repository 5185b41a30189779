package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.EnumMemberSyntax;
import dev.baton.dsl.syntax.Member;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that are declared at the top level, each once, and the enums that have a member of a name. */
final class Symbols {
    /** What is called like a function and is built in. */
    static final Set<String> BUILT_IN = Set.of(
            "size",
            "len",
            "first",
            "last",
            "append",
            "drop",
            "ord",
            "at",
            "done",
            "live",
            "pending",
            "owner",
            "owns",
            "contents",
            "cas",
            "fetch_add",
            "xchg",
            "acquire",
            "quiescent",
            "timeout");

    private final Program program;
    private final Problems problems;
    private final Map<String, Symbol> byName = new LinkedHashMap<>();
    private final Map<String, List<String>> enumsOf = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> clashing = new LinkedHashSet<>();

    private Symbols(Program program, Problems problems) {
        this.program = program;
        this.problems = problems;
    }

    static Symbols of(Program program, Problems problems) {
        Symbols symbols = new Symbols(program, problems);
        program.declarations().forEach(symbols::declare);
        for (Decl.Actor actor : program.all(Decl.Actor.class)) {
            symbols.states(actor);
        }
        Set<String> properties = new LinkedHashSet<>();
        Set<String> checks = new LinkedHashSet<>();
        for (Decl d : program.declarations()) {
            propertyName(d).ifPresent(name -> symbols.once(name, properties, Optional.empty()));
            if (d instanceof Decl.Check check) {
                symbols.once(check.name(), checks, Optional.empty());
            }
        }
        return symbols;
    }

    /** What is asked under a name. */
    static Optional<Name> propertyName(Decl declaration) {
        if (declaration instanceof Decl.Property p) {
            return Optional.of(p.name());
        }
        return declaration instanceof Decl.Liveness p ? Optional.of(p.name()) : Optional.empty();
    }

    /** The name that stands for an actor's states as a type. */
    static String stateEnum(Decl.Actor actor) {
        return actor.name().text() + "State";
    }

    static Optional<Member.States> statesOf(Decl.Actor actor) {
        return actor.members().stream()
                .filter(Member.States.class::isInstance)
                .map(Member.States.class::cast)
                .findFirst();
    }

    Optional<Symbol> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The same; the name counts as used. */
    Optional<Symbol> use(String name) {
        used.add(name);
        return find(name);
    }

    void used(String name) {
        used.add(name);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    List<Symbol> all() {
        return List.copyOf(byName.values());
    }

    /** Whether a name is declared twice, so that nobody knows what it is. */
    boolean clashes(String name) {
        return clashing.contains(name);
    }

    /** The enums that have a member of this name, in the order of the text. */
    List<String> enumsOf(String member) {
        return enumsOf.getOrDefault(member, List.of());
    }

    Set<String> members() {
        return enumsOf.keySet();
    }

    /** Says that a name is there already, if it is among {@code taken}; else it is from now on. */
    void once(Name name, Set<String> taken, Optional<Span> first) {
        if (!taken.add(name.text())) {
            twice(name, first);
        }
    }

    private void declare(Decl declaration) {
        switch (declaration) {
            case Decl.Param d -> add(d.name(), d);
            case Decl.Const d -> add(d.name(), d);
            case Decl.Enumeration d -> {
                add(d.name(), d);
                members(d.name().text(), d.members());
            }
            case Decl.RecordType d -> add(d.name(), d);
            case Decl.Message d -> add(d.name(), d);
            case Decl.Index d -> add(d.name(), d);
            case Decl.Resource d -> add(d.name(), d);
            case Decl.Memory d -> d.variables().forEach(v -> add(new Symbol(v.name(), d, Optional.of(v))));
            case Decl.Channel d -> add(d.name(), d);
            case Decl.Ipi d -> add(d.name(), d);
            case Decl.Actor d -> add(d.name(), d);
            case Decl.Function d -> add(d.name(), d);
            case Decl.Procedure d -> add(d.name(), d);
            case Decl.Import d -> {}
            case Decl.Fault d -> {}
            case Decl.Property d -> {}
            case Decl.Liveness d -> {}
            case Decl.Terminal d -> {}
            case Decl.Refines d ->
                problems.help(
                        Code.B0702,
                        d.span(),
                        "state the properties of `" + d.protocol() + "` here as invariants and steps");
            case Decl.Check d -> {}
        }
    }

    private void states(Decl.Actor actor) {
        statesOf(actor).ifPresent(states -> {
            String name = stateEnum(actor);
            Symbol other = byName.get(name);
            if (other != null) {
                problems.help(
                        Code.B0203,
                        other.name().span(),
                        "it is the type of the states of `" + actor.name() + "`; call this differently",
                        name,
                        "a type");
            }
            members(name, states.names());
        });
    }

    private void members(String enumeration, List<EnumMemberSyntax> members) {
        Set<String> taken = new LinkedHashSet<>();
        for (EnumMemberSyntax member : members) {
            once(member.name(), taken, Optional.empty());
            List<String> enums = enumsOf.computeIfAbsent(member.name().text(), n -> new ArrayList<>());
            if (!enums.contains(enumeration)) {
                enums.add(enumeration);
            }
        }
    }

    private void add(Name name, Decl declaration) {
        add(new Symbol(name, declaration, Optional.empty()));
    }

    private void add(Symbol symbol) {
        Name name = symbol.name();
        boolean called = symbol.declaration() instanceof Decl.Function
                || symbol.declaration() instanceof Decl.Procedure
                || symbol.declaration() instanceof Decl.Actor
                || symbol.declaration() instanceof Decl.Index;
        if (called && BUILT_IN.contains(name.text())) {
            problems.help(
                    Code.B0203, program.visible(name.span()), "choose another name", name.text(), "something built in");
            return;
        }
        Symbol first = byName.putIfAbsent(name.text(), symbol);
        if (first != null) {
            clashing.add(name.text());
            twice(name, Optional.of(first.name().span()));
        }
    }

    private void twice(Name name, Optional<Span> first) {
        Span at = program.visible(name.span());
        String where =
                first.map(span -> "the first is " + Places.of(span, at) + "; ").orElse("");
        problems.help(Code.B0202, at, where + "call one of them differently", name.text());
    }
}
