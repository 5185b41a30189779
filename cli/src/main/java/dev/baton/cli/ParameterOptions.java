package dev.baton.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values of parameters, in place of those that a check states. */
final class ParameterOptions {
    @Option(
            names = "--param",
            paramLabel = "N=3",
            converter = Setting.Converter.class,
            description = "A parameter's value, in place of the check's own; may be repeated.")
    private List<Setting> settings = List.of();

    List<Setting> settings() {
        return settings;
    }

    /** By name; of one that is set twice, the last value. */
    Map<String, Integer> values() {
        return Setting.map(settings);
    }
}
