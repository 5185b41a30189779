package dev.baton.codegen.trace;

import dev.baton.codegen.trace.TraceText.Effect;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Short names of steps: the label or action, with the member of actors that have several ({@code let_h@0}), arguments
 * ({@code told(1)}) and choices ({@code either/1}); with the actor and unit before it if others have a name like that;
 * and a number behind it if a command changes this or that.
 */
final class StepNames {
    private final Set<String> many;
    private final Set<Effect> effects = new LinkedHashSet<>();

    /** @param many actors that have several members */
    StepNames(Set<String> many) {
        this.many = many;
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    /** All steps by their commands, those of one command as they came. */
    Map<Effect, String> all() {
        List<Effect> sorted =
                effects.stream().sorted(Comparator.comparing(Effect::command)).toList();
        Set<String> commands =
                sorted.stream().map(Effect::command).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, String> names = new HashMap<>();
        name(commands, names, 0);
        Map<Effect, String> all = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Effect e : sorted) {
            int time = times.merge(e.command(), 1, Integer::sum);
            all.put(e, names.get(e.command()) + (time == 1 ? "" : "." + time));
        }
        return all;
    }

    /** Names those for which so many words of their units are enough, and then the rest with more. */
    private void name(Set<String> commands, Map<String, String> names, int words) {
        Map<String, Integer> times = new HashMap<>();
        commands.forEach(c -> times.merge(name(c, words), 1, Integer::sum));
        Set<String> alike = new LinkedHashSet<>();
        Set<String> taken = new HashSet<>(names.values());
        for (String c : commands) {
            String name = name(c, words);
            if (times.getOrDefault(name, 0) == 1 && !taken.contains(name)) {
                names.put(c, name);
            } else {
                alike.add(c);
            }
        }
        if (!alike.isEmpty()) {
            name(alike, names, words + 1);
        }
    }

    /** @param more how many words of where it is; from 3 on the name is the command, which nothing else is */
    private String name(String command, int more) {
        List<String> words = List.of(command.split(" ", -1));
        if (more > 2) {
            return String.join(":", words);
        }
        return switch (words.getFirst()) {
            case "grant" -> where(words, more, words.get(3)) + words.get(4) + member(words) + choices(words, 5);
            case "act" -> {
                int slash = words.contains("/") ? words.indexOf("/") : words.size();
                yield where(words, more, "act")
                        + words.get(3)
                        + member(words)
                        + arguments(words.subList(4, slash))
                        + choices(words, slash + 1);
            }
            case "deliver" -> where(words, more, "deliver") + words.get(3) + member(words);
            default -> words.getFirst() + ":" + words.get(1) + arguments(words.subList(2, words.size()));
        };
    }

    private static String where(List<String> words, int more, String unit) {
        return switch (more) {
            case 0 -> "";
            case 1 -> words.get(1) + ".";
            default -> words.get(1) + "." + unit + ".";
        };
    }

    private String member(List<String> words) {
        return many.contains(words.get(1)) ? "@" + words.get(2) : "";
    }

    private static String arguments(List<String> codes) {
        return codes.isEmpty() ? "" : "(" + String.join(",", codes) + ")";
    }

    private static String choices(List<String> words, int from) {
        return from >= words.size() ? "" : "/" + String.join(",", words.subList(from, words.size()));
    }
}
