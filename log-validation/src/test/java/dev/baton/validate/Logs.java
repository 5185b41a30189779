package dev.baton.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Runs a validation for a test. */
final class Logs {
    static final Validator.Options OPTIONS = new Validator.Options(100_000, 0, Optional.empty());

    private Logs() {}

    static Verdict validate(Subject subject, String log) throws LogException {
        return validate(subject, new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }

    static Verdict validate(Subject subject, String log, String map) throws LogException {
        return validate(
                subject,
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                Optional.of(MapText.read(map)));
    }

    static Verdict validate(Subject subject, InputStream log, Optional<LogMap> map) throws LogException {
        Validator.Options options = map.map(m -> new Validator.Options(100_000, m.skew(), m.lasts()))
                .orElse(OPTIONS);
        try {
            return Validation.of(subject, LogReader.open(log, map), options, () -> false, (count, ways) -> {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
