package dev.baton.cli.check;

import java.util.Set;

/** What a check's {@code expect} says: these properties are violated, all others hold. */
public record Expected(Set<String> violated) {
    public Expected {
        violated = Set.copyOf(violated);
    }

    public boolean violated(String property) {
        return violated.contains(property);
    }
}
