package dev.baton.checker.smt.certificate;

import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.TransitionSystem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** SHA-256 of texts. */
final class Digests {
    private Digests() {}

    static String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the protocol's text, followed by those of the files that it takes something from. */
    static String ofTexts(TransitionSystem system) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(system.source().text());
        Stream.of(
                        system.variables().stream().map(v -> v.span()),
                        system.actions().stream().map(a -> a.origin().span()),
                        system.properties().stream().map(p -> p.span()))
                .flatMap(spans -> spans)
                .filter(Span::known)
                .map(Span::file)
                .map(SourceFile::text)
                .forEach(texts::add);
        return of(String.join("\0", texts));
    }
}
