package dev.baton.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which Baton this is. */
final class Version implements IVersionProvider {

    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(not packaged)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"baton " + number()};
    }
}
