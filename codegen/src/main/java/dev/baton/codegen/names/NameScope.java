package dev.baton.codegen.names;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives out names that are no words of Java and not taken yet, here or in the scopes around. */
public final class NameScope {
    /** Words that Java takes for something else in some places only. */
    private static final Set<String> RESTRICTED =
            Set.of("yield", "var", "record", "sealed", "permits", "when", "module", "with", "exports", "opens", "to");

    private final Set<String> taken;
    private final Optional<NameScope> around;

    /** A scope in which these names are taken. */
    public NameScope(Set<String> taken) {
        this(taken, Optional.empty());
    }

    private NameScope(Set<String> taken, Optional<NameScope> around) {
        this.taken = new HashSet<>(taken);
        this.around = around;
    }

    /** A scope within this one: what is taken here is taken there too, now and later. */
    public NameScope inner() {
        return new NameScope(Set.of(), Optional.of(this));
    }

    /** The wanted name, or the next one to it that is free; from now on it is taken. */
    public String take(String wanted) {
        return take(wanted, Set.of());
    }

    /** The same, but none of these. */
    public String take(String wanted, Set<String> but) {
        String name = wanted;
        for (int n = 2; but.contains(name) || !free(name); n++) {
            name = wanted + (Character.isDigit(wanted.charAt(wanted.length() - 1)) ? "_" : "") + n;
        }
        taken.add(name);
        return name;
    }

    /** The first of two names that is free, or one next to the second. */
    public String take(String wanted, String otherwise) {
        return take(free(wanted) ? wanted : otherwise);
    }

    public boolean free(String name) {
        return !isTaken(name) && !SourceVersion.isKeyword(name) && !RESTRICTED.contains(name);
    }

    private boolean isTaken(String name) {
        return taken.contains(name) || around.filter(a -> a.isTaken(name)).isPresent();
    }

    /** Whether no name is taken in this scope itself. */
    public boolean isEmpty() {
        return taken.isEmpty();
    }
}
