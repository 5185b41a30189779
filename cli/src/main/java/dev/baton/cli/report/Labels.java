package dev.baton.cli.report;

import dev.baton.cli.check.PlannedCheck;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reports call a check: its name, behind its file where there are several; by the file's name alone where that is
 * enough to tell it apart.
 */
public final class Labels {
    private final boolean several;
    private final Set<String> ambiguous = new HashSet<>();

    public Labels(List<PlannedCheck> checks) {
        Map<String, String> fileOfStem = new HashMap<>();
        Set<String> files = new HashSet<>();
        for (PlannedCheck check : checks) {
            files.add(check.file());
            String other = fileOfStem.putIfAbsent(stem(check.file()), check.file());
            if (other != null && !other.equals(check.file())) {
                ambiguous.add(stem(check.file()));
            }
        }
        several = files.size() > 1;
    }

    public String of(PlannedCheck check) {
        if (!several) {
            return check.name();
        }
        String stem = stem(check.file());
        return (ambiguous.contains(stem) ? check.file() : stem) + ": " + check.name();
    }

    private static String stem(String file) {
        Path name = Path.of(file).getFileName();
        String last = name == null ? file : name.toString();
        return last.endsWith(".baton") ? last.substring(0, last.length() - ".baton".length()) : last;
    }
}
