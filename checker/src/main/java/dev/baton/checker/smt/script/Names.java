package dev.baton.checker.smt.script;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Symbols of SMT-LIB for names of protocols: the name itself, in bars where it is no simple symbol. No two are the
 * same, and none is one that a solver knows already.
 */
final class Names {
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z~!$%^&*_+=<>?/-][A-Za-z0-9~!@$%^&*_+=<>.?/-]*");

    /** What theories and commands call theirs; those of bit vectors begin with {@code bv}. */
    private static final Set<String> KNOWN = Set.of(
            "true",
            "false",
            "not",
            "and",
            "or",
            "xor",
            "distinct",
            "ite",
            "concat",
            "extract",
            "repeat",
            "select",
            "store",
            "let",
            "par",
            "exists",
            "forall",
            "match",
            "as",
            "const",
            "bool",
            "int",
            "real",
            "array",
            "string",
            "implies",
            "iff",
            "if",
            "div",
            "mod",
            "abs",
            "is_int",
            "to_real",
            "to_int",
            "zero_extend",
            "sign_extend",
            "rotate_left",
            "rotate_right",
            "int2bv",
            "nat2bv",
            "binary",
            "decimal",
            "hexadecimal",
            "numeral",
            "_",
            "!",
            "=",
            "=>",
            "<",
            ">",
            "<=",
            ">=",
            "+",
            "-",
            "*",
            "/");

    private final Set<String> taken = new HashSet<>();

    /** A symbol that was not given before. */
    String claim(String wanted) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            plain.append(c < ' ' || c > '~' ? '?' : c == '|' || c == '\\' ? '!' : c);
        }
        String base = plain.isEmpty() || known(plain.toString()) ? plain + "~" : plain.toString();
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "~" + i;
        }
        return quoted(name);
    }

    private static boolean known(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("bv") || KNOWN.contains(lower);
    }

    private static String quoted(String name) {
        return SIMPLE.matcher(name).matches() ? name : "|" + name + "|";
    }
}
