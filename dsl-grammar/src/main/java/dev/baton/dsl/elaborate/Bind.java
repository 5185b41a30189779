package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Name;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.Optional;

/** Brings a local into scope. No local hides another one, nor a name that is declared. */
final class Bind {
    private final Session session;

    Bind(Session session) {
        this.session = session;
    }

    /** A local and what sees it. */
    record Bound(Scope.Local local, Context context) {
        String name() {
            return local.name();
        }
    }

    /** A local that keeps its value. */
    Bound local(Name name, Type type, Context context) {
        return bind(name, type, false, context);
    }

    /** A local that can be assigned. */
    Bound variable(Name name, Type type, Context context) {
        return bind(name, type, true, context);
    }

    private Bound bind(Name name, Type type, boolean assignable, Context context) {
        hides(name, context);
        Scope.Local local =
                new Scope.Local(name.text(), context.fresh().name(name.text()), type, assignable, name.span());
        return new Bound(local, context.with(local));
    }

    private void hides(Name name, Context context) {
        String text = name.text();
        Optional<Scope.Local> outer = context.scope().find(text);
        if (outer.isPresent()) {
            taken(name, "a local", outer.get().span());
            return;
        }
        Optional<Span> own = context.actor()
                .filter(a -> context.code())
                .flatMap(a -> session.variables.own(a, text))
                .map(v -> v.span());
        if (own.isPresent()) {
            taken(name, "a variable", own.get());
            return;
        }
        hidesDeclared(name);
    }

    /** Says so if a name is that of a declaration. */
    void hidesDeclared(Name name) {
        session.symbols
                .find(name.text())
                .ifPresent(s -> taken(name, s.word(), s.name().span()));
    }

    private void taken(Name name, String what, Span first) {
        session.problems.help(
                Code.B0203,
                name.span(),
                "it is declared " + Places.of(first, name.span()) + "; choose another name",
                name.text(),
                what);
    }
}
