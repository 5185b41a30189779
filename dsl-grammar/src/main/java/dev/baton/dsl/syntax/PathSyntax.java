package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.Optional;

/** A channel, or what a fault strikes: {@code ctl}, {@code ctl.reply}. */
public record PathSyntax(Name first, Optional<Name> second, Span span) implements Syntax {
    /** As written, without blanks. */
    public String text() {
        return second.map(name -> first.text() + "." + name.text()).orElse(first.text());
    }
}
