package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.EnumMemberSyntax;
import dev.baton.dsl.syntax.FieldSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.protocol.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the designer wrote of named types. */
final class TypeTexts {
    private TypeTexts() {}

    static Map<String, Protocol.TypeText> of(Program program) {
        Map<String, Protocol.TypeText> texts = new HashMap<>();
        for (Decl.Enumeration d : program.all(Decl.Enumeration.class)) {
            Map<String, String> members = parts(d.members(), EnumMemberSyntax::name, EnumMemberSyntax::doc);
            texts.put(d.name().text(), new Protocol.TypeText("enum", d.doc(), members, d.span()));
        }
        for (Decl.RecordType d : program.all(Decl.RecordType.class)) {
            texts.put(d.name().text(), new Protocol.TypeText("record", d.doc(), fields(d.fields()), d.span()));
        }
        for (Decl.Message d : program.all(Decl.Message.class)) {
            texts.put(d.name().text(), new Protocol.TypeText("message", d.doc(), fields(d.fields()), d.span()));
        }
        return texts;
    }

    private static Map<String, String> fields(List<FieldSyntax> fields) {
        return parts(fields, FieldSyntax::name, FieldSyntax::doc);
    }

    private static <P> Map<String, String> parts(
            List<P> all, Function<P, Name> name, Function<P, Optional<String>> doc) {
        Map<String, String> parts = new HashMap<>();
        all.forEach(p -> doc.apply(p).ifPresent(d -> parts.put(name.apply(p).text(), d)));
        return parts;
    }
}
