package dev.baton.cli;

import dev.baton.checker.tla.Distribution;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 10.0.0.1}, {@code build1:12000}, {@code [fe80::1]:12000}; without a port it is TLC's own. */
final class HostAndPort implements ITypeConverter<InetSocketAddress> {
    private static final Pattern FORM = Pattern.compile("(\\[[^\\]]+\\]|[^:\\s]+)(?::([0-9]{1,5}))?");

    @Override
    public InetSocketAddress convert(String text) {
        Matcher form = FORM.matcher(text.strip());
        int port = form.matches()
                ? Optional.ofNullable(form.group(2)).map(Integer::parseInt).orElse(Distribution.DEFAULT_PORT)
                : 0;
        if (port < 1 || port > 65_535) {
            throw new TypeConversionException("`" + text + "` is not an address such as 10.0.0.1 or host1:12000");
        }
        return new InetSocketAddress(form.group(1), port);
    }
}
