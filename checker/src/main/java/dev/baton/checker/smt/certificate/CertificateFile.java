package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.script.ProofScript;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.source.Spelling;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of a certificate, read: what it says it is about, and its invariant once there is a system to read it in.
 */
public final class CertificateFile {
    private static final Pattern SHARED = Pattern.compile("\\$[0-9]+");
    private static final Pattern BLANKS = Pattern.compile(" +");

    private final List<SexpReader.Command> commands;
    private final Map<String, String> information;

    private CertificateFile(List<SexpReader.Command> commands, Map<String, String> information) {
        this.commands = commands;
        this.information = information;
    }

    /**
     * Reads a text.
     *
     * @throws CertificateException if it is no certificate, or not as it was written
     */
    public static CertificateFile read(String text) throws CertificateException {
        List<SexpReader.Command> commands = SexpReader.read(text);
        Map<String, String> information = CertificateText.information(commands);
        CertificateFile file = new CertificateFile(commands, information);
        String version = information.getOrDefault("certificate", "");
        if (version.isEmpty()) {
            throw new CertificateException("it is no certificate: no line says `(set-info :baton-certificate …)`");
        }
        if (!version.equals(CertificateText.VERSION)) {
            throw new CertificateException("it is a certificate of version " + version + "; this Baton reads version "
                    + CertificateText.VERSION);
        }
        String expected =
                CertificateText.checksum(CertificateText.unsealed(text)).strip();
        if (commands.stream().noneMatch(c -> c.toString().equals(expected))) {
            throw new CertificateException(
                    "it was changed or cut off after it was written: the checksum at its end is" + " of another text");
        }
        for (String needed : List.of("protocol", "file", "parameters", "text", "formulas", "properties", "method")) {
            file.said(needed);
        }
        file.parameters();
        return file;
    }

    private String said(String name) throws CertificateException {
        String value = information.get(name);
        if (value == null) {
            throw new CertificateException("no line says `(set-info :baton-" + name + " …)`");
        }
        return value;
    }

    public String protocol() {
        return information.getOrDefault("protocol", "");
    }

    /** The protocol's file, as it was called when the certificate was written. */
    public String file() {
        return information.getOrDefault("file", "");
    }

    public String method() {
        return information.getOrDefault("method", "");
    }

    private static List<String> words(String text) {
        return BLANKS.splitAsStream(text.strip()).filter(w -> !w.isEmpty()).toList();
    }

    /** The values of the protocol's parameters. */
    public Map<String, Integer> parameters() throws CertificateException {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        for (String word : words(said("parameters"))) {
            int equals = word.indexOf('=');
            try {
                parameters.put(word.substring(0, Math.max(0, equals)), Integer.valueOf(word.substring(equals + 1)));
            } catch (NumberFormatException e) {
                throw new CertificateException("`" + word + "` among its parameters is none");
            }
        }
        return parameters;
    }

    /** Whether the protocol's text is that for which the certificate was written, to the letter. */
    public boolean sameText(SymbolicSystem system) {
        return information.getOrDefault("text", "").equals(Digests.ofTexts(system.system()));
    }

    /**
     * The certificate, of this system. Of the file the clauses are taken, and nothing else: that all the rest says what
     * the protocol says is made sure of.
     *
     * @param system made from the protocol just now, for this alone
     * @throws CertificateException if the certificate is one of another system or for other properties, or if what it
     *     says of the system is not so
     */
    public Certificate of(SymbolicSystem system) throws CertificateException {
        if (!protocol().equals(system.system().name())) {
            throw new CertificateException("it is of protocol " + protocol() + "; the file has protocol "
                    + system.system().name());
        }
        List<Property> proved = proved(system);
        ProofScript script = new ProofScript(system, proved);
        boolean sameFormulas = said("formulas").equals(Digests.of(script.formulas()));
        TermReader reader = new TermReader(system.terms(), script.constants());
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (SexpReader.Command command : commands) {
            if (command.word().equals("define-fun")) {
                reader.define(command);
                lines.put(command.parts().get(1).toString(), command.line());
            }
        }
        Certificate certificate = new Certificate(proved, method(), clauses(reader, lines, system));
        compare(script.definitions(certificate.clauses()), reader.defined(), lines);
        compareQuestions(script);
        if (!sameFormulas) {
            throw new CertificateException(
                    "its formulas are those of this protocol, but the hash of them that it states" + " is another");
        }
        return certificate;
    }

    private List<Property> proved(SymbolicSystem system) throws CertificateException {
        List<Property> proved = new ArrayList<>();
        Map<String, Property> known = new LinkedHashMap<>();
        for (Property property : system.system().properties()) {
            boolean provable = property.kind().stateInvariant()
                    || property.kind() == Property.Kind.STEP
                    || property.kind() == Property.Kind.DEADLOCK_FREE;
            if (provable) {
                known.putIfAbsent(property.name(), property);
            }
        }
        for (String name : words(said("properties"))) {
            Property property = known.get(name);
            if (property == null) {
                throw new CertificateException("the protocol has no property `" + name + "` that an invariant can prove"
                        + Spelling.nearest(name, known.keySet())
                                .map(n -> "; did you mean `" + n + "`?")
                                .orElse(""));
            }
            proved.add(property);
        }
        if (proved.isEmpty()) {
            throw new CertificateException("it names no property that it proves");
        }
        return proved;
    }

    private static List<Term> clauses(TermReader reader, Map<String, Integer> lines, SymbolicSystem system)
            throws CertificateException {
        List<Term> clauses = new ArrayList<>();
        Set<Term> after = new HashSet<>();
        system.leaves().forEach(leaf -> after.add(leaf.next()));
        while (reader.defined().containsKey(ProofScript.clause(clauses.size() + 1))) {
            String name = ProofScript.clause(clauses.size() + 1);
            Term clause = reader.defined().getOrDefault(name, system.terms().yes);
            if (mentions(clause, after)) {
                throw new CertificateException(lines.getOrDefault(name, 0), name + " speaks of the state after a step");
            }
            clauses.add(clause);
        }
        return clauses;
    }

    private static boolean mentions(Term root, Set<Term> symbols) {
        Set<Term> seen = new HashSet<>();
        List<Term> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Term term = open.removeLast();
            if (term.operator() == Operator.SYMBOL && symbols.contains(term)) {
                return true;
            }
            term.args().stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }

    /** All but shared parts is there, and as it should be. */
    private static void compare(Map<String, Term> expected, Map<String, Term> found, Map<String, Integer> lines)
            throws CertificateException {
        for (Map.Entry<String, Term> entry : found.entrySet()) {
            String name = entry.getKey();
            Term wanted = expected.get(name);
            int line = lines.getOrDefault(name, 0);
            if (wanted == null && !SHARED.matcher(name).matches()) {
                throw new CertificateException(line, "nothing of this protocol is called `" + name + "`");
            }
            if (wanted != null && wanted != entry.getValue()) {
                throw new CertificateException(
                        line,
                        "`" + name + "` is not what the protocol's text says: " + "the certificate is of another"
                                + " system, or for another property");
            }
        }
        Optional<String> missing = expected.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .findFirst();
        if (missing.isPresent()) {
            throw new CertificateException("it does not define `" + missing.get() + "`, which the protocol has");
        }
    }

    /** The questions are those that make it a proof. */
    private void compareQuestions(ProofScript script) throws CertificateException {
        Set<String> before = Set.of("declare-const", "define-fun", "set-info");
        List<String> asked = commands.stream()
                .filter(c -> !before.contains(c.word()))
                .map(SexpReader.Command::toString)
                .toList();
        List<String> wanted = new ArrayList<>(List.of("(set-logic QF_BV)"));
        script.questions().stream()
                .filter(l -> !l.startsWith(";") && !l.startsWith("(set-info"))
                .forEach(wanted::add);
        if (!asked.equals(wanted)) {
            int at = Arrays.mismatch(asked.toArray(), wanted.toArray());
            String found = at < asked.size() ? asked.get(at) : "nothing";
            String expected = at < wanted.size() ? wanted.get(at) : "nothing";
            throw new CertificateException(
                    "its questions are not those of a proof: `" + found + "` in the place of `" + expected + "`");
        }
    }
}
