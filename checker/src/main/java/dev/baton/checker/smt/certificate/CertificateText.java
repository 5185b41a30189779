package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.script.ProofScript;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A certificate as SMT-LIB text. What it is about stands in {@code set-info} lines, the last of which is the checksum
 * of all the others and of the script.
 */
final class CertificateText {
    static final String VERSION = "1";
    private static final Pattern CHECKSUM = Pattern.compile("(?m)^\\(set-info :baton-checksum \"[^\"]*\"\\)\\n");

    private CertificateText() {}

    /** @param certificate of this very system, which has made no other terms as yet than those of the clauses */
    static String of(SymbolicSystem system, ProofScript script, String formulas, Certificate certificate) {
        TransitionSystem source = system.system();
        List<String> information = new ArrayList<>();
        information.add("(set-info :smt-lib-version 2.6)");
        information.add("(set-info :category \"industrial\")");
        info(information, "certificate", VERSION);
        info(information, "protocol", source.name());
        info(information, "file", source.source().name());
        info(
                information,
                "parameters",
                source.parameters().stream()
                        .map(p -> p.name() + "=" + p.value())
                        .collect(Collectors.joining(" ")));
        info(information, "text", Digests.ofTexts(source));
        info(information, "formulas", Digests.of(formulas));
        info(
                information,
                "properties",
                certificate.proved().stream().map(Property::name).collect(Collectors.joining(" ")));
        info(information, "method", certificate.method());
        String names = certificate.proved().stream().map(Property::name).collect(Collectors.joining(", "));
        String text = script.text(
                certificate.clauses(),
                List.of(
                        "An inductive invariant of protocol " + source.name() + ", which proves " + names + ".",
                        "Written by Baton from " + source.source().name()
                                + ". `baton certificate` makes the formulas anew from the protocol and checks the"
                                + " invariant; what stands here is checked by `z3 FILE` or `cvc5 --incremental FILE`:"
                                + " every answer is to be unsat."),
                information);
        return text + checksum(text);
    }

    private static void info(List<String> lines, String name, String value) {
        lines.add("(set-info :baton-" + name + " \""
                + value.replaceAll("\\p{Cntrl}", " ").replace("\"", "\"\"") + "\")");
    }

    /** The line that says what a text without it is. */
    static String checksum(String text) {
        return "(set-info :baton-checksum \"" + Digests.of(text) + "\")\n";
    }

    /** The text with its checksum put right. */
    static String sealed(String text) {
        String bare = unsealed(text);
        return bare + checksum(bare);
    }

    static String unsealed(String text) {
        return CHECKSUM.matcher(text).replaceAll("");
    }

    /** What the {@code set-info} lines say, without {@code :baton-}. */
    static Map<String, String> information(List<SexpReader.Command> commands) {
        return commands.stream()
                .filter(c -> c.word().equals("set-info") && c.parts().size() == 3)
                .filter(c -> c.parts().get(1).toString().startsWith(":baton-"))
                .collect(Collectors.toMap(
                        c -> c.parts().get(1).toString().substring(":baton-".length()),
                        c -> unquoted(c.parts().get(2).toString()),
                        (first, second) -> first));
    }

    private static String unquoted(String string) {
        return string.length() > 1 && string.startsWith("\"")
                ? string.substring(1, string.length() - 1).replace("\"\"", "\"")
                : string;
    }
}
