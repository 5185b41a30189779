package dev.baton.codegen.trace;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.SourceFormat;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.codegen.trace.StateGraph.Edge;
import dev.baton.codegen.trace.TraceText.Effect;
import dev.baton.codegen.trace.TraceText.Told;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Tests of a generated implementation: a JUnit class, and a text of traces that together take every step of the model.
 */
public final class TraceTests {
    private static final int WALKS = 3;
    private static final int WALK = 300;

    private TraceTests() {}

    /**
     * What was made.
     *
     * @param sources below the folder of test sources
     * @param resources below the folder of test resources
     * @param states of the small instance
     * @param transitions of it
     * @param covered those that some trace takes
     */
    public record Made(
            List<GeneratedFile> sources,
            List<GeneratedFile> resources,
            int states,
            int transitions,
            int covered,
            int traces,
            int steps) {}

    /**
     * Tests of the instance that a protocol is.
     *
     * @param folder the Java package
     * @param refused what the code must not be able to follow
     * @param most states; empty is given if there are more, or the run was stopped
     */
    public static Optional<Made> make(
            Protocol protocol,
            String folder,
            String sha256,
            List<RefusedTrace> refused,
            int most,
            BooleanSupplier stopped) {
        TransitionSystem system = Lowering.lower(protocol);
        return StateGraph.of(new Interpreter(system), most, stopped)
                .map(graph -> make(protocol, system, folder, sha256, refused, graph));
    }

    private static Made make(
            Protocol protocol,
            TransitionSystem system,
            String folder,
            String sha256,
            List<RefusedTrace> refused,
            StateGraph graph) {
        ProtocolNames names = new ProtocolNames(protocol, folder);
        ControlPoints control = ControlPoints.of(protocol);
        TraceWriter writer = new TraceWriter(protocol, control, system, graph);
        List<List<Edge>> paths = Cover.paths(graph);
        BitSet covered = new BitSet();
        paths.forEach(p -> p.forEach(e -> covered.set(e.id())));
        int steps = paths.stream().mapToInt(List::size).sum();
        writer.head(sha256, covered.cardinality());
        for (int i = 0; i < paths.size(); i++) {
            writer.trace("cover-" + (i + 1), paths.get(i));
        }
        for (int i = 0; i < WALKS; i++) {
            writer.trace("walk-" + (i + 1), Cover.walk(graph, WALK, i));
        }
        refused.forEach(writer::refused);
        String place = folder.replace('.', '/') + "/";
        String test = names.machine().simpleName() + "TraceTest";
        String resource = names.machine().simpleName() + ".traces";
        GeneratedFile source = new GeneratedFile(
                place + test + ".java",
                SourceFormat.format(test, source(protocol, names, test, resource, !refused.isEmpty())));
        return new Made(
                List.of(source),
                List.of(new GeneratedFile(place + resource, writer.text())),
                graph.states().size(),
                graph.transitions(),
                covered.cardinality(),
                paths.size() + WALKS,
                steps);
    }

    private static String source(
            Protocol protocol, ProtocolNames names, String test, String resource, boolean refuses) {
        String trace = "dev.baton.runtime.trace";
        ClassName file = ClassName.get(trace, "TraceFile");
        ClassName follower = ClassName.get(trace, "Follower");
        ClassName dynamic = ClassName.get("org.junit.jupiter.api", "DynamicTest");
        MethodSpec method = MethodSpec.methodBuilder("followsTheModel")
                .addAnnotation(ClassName.get("org.junit.jupiter.api", "TestFactory"))
                .returns(ParameterizedTypeName.get(ClassName.get(Stream.class), dynamic))
                .addStatement("$T file = $T.of($L.class, $S)", file, file, test, resource)
                .addStatement("$T follower = new $T(file, $T::new)", follower, follower, names.machine())
                .addStatement(
                        "return file.traces().stream().map(t -> $T.dynamicTest(t.name(), () -> follower.follow(t)))",
                        dynamic)
                .build();
        TypeSpec type = TypeSpec.classBuilder(test)
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "Drives {@link $T} along traces of the model of {@code $L}, which together take every step of"
                                + " it$L.\n",
                        names.machine(),
                        protocol.name(),
                        refuses ? ", and along counterexamples of known-bad designs, which it must refuse" : "")
                .addMethod(method)
                .build();
        String name = protocol.source().name();
        return JavaFile.builder(names.folder(), type)
                .addFileComment(
                        "Generated by Baton from $L; `baton generate` writes it anew.",
                        name.substring(name.lastIndexOf('/') + 1))
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
    }

    /** Writes the text. */
    private static final class TraceWriter {
        private final Protocol protocol;
        private final StateGraph graph;
        private final Sights sights;
        private final Commands commands;
        private final Interpreter interpreter;
        private final Set<Integer> visited = new HashSet<>();
        private final TraceText text;

        TraceWriter(Protocol protocol, ControlPoints control, TransitionSystem system, StateGraph graph) {
            this.protocol = protocol;
            this.graph = graph;
            this.sights = new Sights(protocol, control, system);
            this.commands = new Commands(protocol, control, sights);
            this.interpreter = new Interpreter(system);
            this.text = new TraceText(protocol.actors().stream()
                    .filter(a -> a.index().size() > 1)
                    .map(Actor::name)
                    .collect(Collectors.toSet()));
        }

        String text() {
            return text.toString();
        }

        void head(String sha256, int covered) {
            text.head("# protocol " + protocol.name() + " sha256=" + sha256);
            protocol.parameters().forEach(p -> text.head("# param " + p.name() + "=" + p.value()));
            text.head("# " + covered + " of " + graph.transitions() + " transitions between "
                    + graph.states().size() + " states");
            commands.tries().forEach(t -> text.head("try " + t));
            sights.see(graph.states().getFirst()).forEach((key, value) -> text.head(key + ": " + value));
            visited.add(0);
            text.first(allowed(0));
        }

        void refused(RefusedTrace trace) {
            trace.tell(text);
        }

        void trace(String name, List<Edge> path) {
            List<Told> steps = new ArrayList<>();
            int at = 0;
            for (Edge e : path) {
                steps.add(told(graph.states().get(at), e));
                at = e.target();
            }
            text.trace(name, steps);
        }

        private Told told(State before, Edge edge) {
            String command = commands.command(before, edge.step());
            State after = edge.step().after();
            if (interpreter.stopped(after)) {
                return new Told(new Effect(command, Map.of(), true), Optional.empty());
            }
            return new Told(
                    new Effect(command, sights.changes(before, after), false),
                    visited.add(edge.target()) ? Optional.of(allowed(edge.target())) : Optional.empty());
        }

        private SequencedSet<String> allowed(int state) {
            return graph.edges().get(state).stream()
                    .map(e -> Commands.withoutChoices(
                            commands.command(graph.states().get(state), e.step())))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
