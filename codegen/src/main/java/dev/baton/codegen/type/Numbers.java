package dev.baton.codegen.type;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bounds and sizes in the words of the text where these are a parameter, or one and a number; else as numbers. */
public final class Numbers {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?: ([-+*]) ([0-9]+))?");

    private final ProtocolNames names;

    public Numbers(ProtocolNames names) {
        this.names = names;
    }

    public CodeBlock of(Bound bound) {
        return of(bound.text(), bound.value());
    }

    /** How many members an index type has. */
    public CodeBlock size(Type.Index index) {
        return of(index.sizeText(), index.size());
    }

    private CodeBlock of(String text, int value) {
        Matcher named = NAMED.matcher(text);
        if (!named.matches() || !names.parameters().containsKey(named.group(1))) {
            return CodeBlock.of("$L", value);
        }
        CodeBlock name =
                CodeBlock.of("$T.$N", names.machine(), names.parameters().get(named.group(1)));
        return named.group(2) == null ? name : CodeBlock.of("$L $L $L", name, named.group(2), named.group(3));
    }
}
