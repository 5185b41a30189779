package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Term;
import java.util.LinkedHashSet;
import java.util.Set;

/** The identifiers, literals and operator symbols of terms, from which a module knows what it has to declare. */
final class Words {
    private Words() {}

    static Set<String> of(Term term) {
        Set<String> words = new LinkedHashSet<>();
        collect(term, words);
        return words;
    }

    private static void collect(Term term, Set<String> words) {
        switch (term) {
            case Term.Word t -> words.add(t.text());
            case Term.Call t -> words.add(t.operator());
            case Term.Binary t -> words.add(t.operator().symbol());
            case Term.Stuttering t -> words.add(t.subscript());
            case Term.Unary t -> words.add(t.operator().symbol().strip());
            case Term.Primed t -> {}
            case Term.Junction t -> {}
            case Term.At t -> {}
            case Term.Dot t -> {}
            case Term.Listing t -> {}
            case Term.Labelled t -> {}
            case Term.Mapping t -> {}
            case Term.Except t -> {}
            case Term.Quantified t -> {}
            case Term.If t -> {}
            case Term.Let t -> {}
        }
        term.children().forEach(child -> collect(child, words));
    }
}
