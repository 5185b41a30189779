package dev.baton.cli.view;

import dev.baton.dsl.Frontend;
import dev.baton.dsl.elaborate.Imported;
import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.SyntaxFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trace tells the values of constants too; only parameters can be given values. */
public final class DeclaredParameters {
    private DeclaredParameters() {}

    /** Of some values those that a file has a {@code param} for; all, if it can't be read. */
    public static Map<String, Integer> of(Path file, Map<String, Integer> values) {
        return Frontend.load(file)
                .result()
                .map(loaded -> {
                    Map<String, Integer> declared = new LinkedHashMap<>();
                    loaded.imports().stream().map(Imported::file).forEach(f -> keep(f, values, declared));
                    keep(loaded.syntax(), values, declared);
                    return declared;
                })
                .orElseGet(() -> new LinkedHashMap<>(values));
    }

    private static void keep(SyntaxFile file, Map<String, Integer> values, Map<String, Integer> into) {
        for (Decl declaration : file.declarations()) {
            if (declaration instanceof Decl.Param param) {
                Integer value = values.get(param.name().text());
                if (value != null) {
                    into.put(param.name().text(), value);
                }
            }
        }
    }
}
