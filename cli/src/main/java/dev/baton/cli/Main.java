package dev.baton.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Where Baton starts. It knows no command yet: it says its version, and that it can do nothing else. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).equals(List.of("--version"))) {
            System.out.println("baton " + version());
            return;
        }
        System.err.println("usage: baton --version");
        System.exit(2);
    }

    private static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
