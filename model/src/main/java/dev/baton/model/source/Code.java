package dev.baton.model.source;

/**
 * Every kind of thing that Baton says of a text: B01 reading, B02 names, B03 types, B04 constants and ranges, B05
 * atomicity, privacy and ownership, B06 structure, B07 not yet, B08 warnings, B09 files, B10 what an exhaustive run
 * never used, B11 traces that are read, B12 generated code. Each has a page {@code docs/errors/ID.md}. {@code {0}},
 * {@code {1}} … in a template are filled with a diagnostic's arguments.
 */
public enum Code {
    B0101(Severity.ERROR, "expected {0}, found {1}"),
    B0102(Severity.ERROR, "`{0}` is never closed"),
    B0103(Severity.ERROR, "`{0}` is a word of the language and can't be a name"),
    B0104(Severity.ERROR, "`=` stands where a condition compares"),
    B0105(Severity.ERROR, "`{0}` is not an operator of Baton"),
    B0106(Severity.ERROR, "{0} more than {1} deep"),
    B0107(Severity.ERROR, "`{0}` closes nothing"),
    B0108(Severity.ERROR, "this comment never ends"),
    B0109(Severity.ERROR, "this string never ends"),
    B0110(Severity.ERROR, "{0} can't stand here"),
    B0111(Severity.ERROR, "the number `{0}` is larger than {1}"),
    B0112(Severity.ERROR, "`{0}` and `{1}` can't be chained"),
    B0113(Severity.ERROR, "a file begins with `protocol` and its name"),
    B0114(Severity.ERROR, "{0} can't stand in {1}"),
    B0115(Severity.ERROR, "expected `name in set` before `{0}`"),
    B0116(Severity.ERROR, "`{0}` is not a fault"),
    B0117(Severity.ERROR, "this property does not say when"),
    B0118(Severity.ERROR, "too many errors: only the first {0} are shown"),

    B0201(Severity.ERROR, "`{0}` is not declared"),
    B0202(Severity.ERROR, "`{0}` is declared twice"),
    B0203(Severity.ERROR, "`{0}` is the name of {1} already"),
    B0204(Severity.ERROR, "{0} has no {1} `{2}`"),
    B0205(Severity.ERROR, "`{0}` may be a member of {1}"),
    B0206(Severity.ERROR, "`{0}` is {1}, where {2} is expected"),
    B0207(Severity.ERROR, "`self` means nothing here"),
    B0208(Severity.ERROR, "`{0}` imports itself: {1}"),

    B0301(Severity.ERROR, "this is of type `{1}`, where {0} is expected"),
    B0302(Severity.ERROR, "`{0}` does not work on `{1}`"),
    B0303(Severity.ERROR, "`{0}` and `{1}` do not go together"),
    B0304(Severity.ERROR, "the type of `{0}` can't be told from what stands around it"),
    B0305(Severity.ERROR, "`{0}` is made without its field `{1}`"),
    B0306(Severity.ERROR, "`{0}` takes {1}, not {2}"),
    B0307(Severity.ERROR, "`{0}` is an option of an option"),
    B0308(Severity.ERROR, "a map can't have `{0}` as its keys"),
    B0309(Severity.ERROR, "this may be a `{0}`, which has no field `{1}`"),
    B0310(Severity.ERROR, "`{0}` can't be assigned"),
    B0311(Severity.ERROR, "`{0}` can't be part of a union"),
    B0312(Severity.ERROR, "the pattern `{0}` never matches a value of type `{1}`"),

    B0401(Severity.ERROR, "this must be known before the run, and `{0}` is not"),
    B0402(Severity.ERROR, "the parameter `{0}` is {1}, which is outside `{2}`"),
    B0403(Severity.ERROR, "the range `{0}` is empty"),
    B0404(Severity.ERROR, "`{0}` never fits into `{1}`"),
    B0405(Severity.ERROR, "`{0}` may leave the 32-bit integers"),
    B0406(Severity.ERROR, "`{0}` is defined by itself: {1}"),
    B0407(Severity.ERROR, "{0} is too large: {1} values, where at most {2} can be looked at"),
    B0408(Severity.ERROR, "this has no value: {0}"),
    B0409(Severity.ERROR, "{0} must be at least {1}, and is {2}"),
    B0410(Severity.ERROR, "the parameter `{0}` has no value"),
    B0411(Severity.ERROR, "`{0}` has no first value"),
    B0412(Severity.ERROR, "{0} must be at most {1}, and is {2}"),

    B0501(Severity.ERROR, "one step touches {0}, and a step touches shared memory or a channel at most once"),
    B0502(Severity.ERROR, "`{0}` is private to {1}"),
    B0503(Severity.ERROR, "`{0}` can't stand in what is one step"),
    B0504(Severity.ERROR, "`{0}` asks what no kernel can see"),
    B0505(Severity.ERROR, "`timeout` stands in guards only"),
    B0506(Severity.ERROR, "`{0}` works on shared memory, which `{1}` is not"),
    B0507(Severity.ERROR, "`{0}` does not {1} `{2}`"),
    B0508(Severity.ERROR, "`{0}` can't be masked here"),
    B0509(Severity.ERROR, "`{0}` is not raised to `{1}`"),
    B0510(Severity.ERROR, "an environment has no {0}"),
    B0511(Severity.ERROR, "`{0}` looks at the state after the step, which only `step` properties may"),
    B0512(Severity.ERROR, "`{0}` can't be asked of the state after the step"),
    B0513(Severity.ERROR, "`{0}` reads what is private to {1}"),
    B0514(Severity.ERROR, "`{0}` is a step and can't stand within an expression"),

    B0601(Severity.ERROR, "`{0}` stands outside a loop"),
    B0602(Severity.ERROR, "this `match` forgets {0}"),
    B0603(Severity.ERROR, "`{0}` must say to which `{1}` it goes"),
    B0604(Severity.ERROR, "there is one `{0}` only, so `{1}` has nothing to say"),
    B0605(Severity.ERROR, "`{0}` calls itself: {1}"),
    B0606(Severity.ERROR, "`{0}` has no states"),
    B0607(Severity.ERROR, "`{0}` can't be started"),
    B0608(Severity.ERROR, "`fault {0}` can't strike `{1}`, which is {2}"),
    B0609(Severity.ERROR, "`{0}` is expected both to hold and to be violated"),
    B0610(Severity.ERROR, "a core can't run on another core"),

    B0701(Severity.ERROR, "relaxed memory is not supported yet"),
    B0702(Severity.ERROR, "`refines` is not supported yet"),
    B0703(Severity.ERROR, "parameters without an upper bound are not supported yet"),
    B0704(Severity.ERROR, "`forall` in front of `until` is not supported yet"),

    B0801(Severity.WARNING, "{0} `{1}` is never used"),
    B0802(Severity.WARNING, "`{0}` is never read"),
    B0803(Severity.WARNING, "nobody {0} `{1}`"),
    B0804(Severity.WARNING, "this can never happen: nobody {0} `{1}`"),
    B0805(Severity.WARNING, "`{0}` is never true here"),
    B0806(Severity.WARNING, "nothing gets here: `{0}` stands before it"),
    B0807(Severity.WARNING, "this branch is never taken: `{0}` is always {1}"),
    B0808(Severity.WARNING, "no property and no decision depends on `{0}`"),
    B0809(Severity.WARNING, "{0} `{1}` does not depend on the state"),
    B0810(Severity.WARNING, "this arm is never reached"),
    B0811(Severity.WARNING, "`{0}` is said twice"),
    B0812(Severity.WARNING, "the checks `{0}` and `{1}` run the same and expect different things of `{2}`"),
    B0813(Severity.WARNING, "`fault {0} {1}` can never strike: {2}"),

    B0901(Severity.ERROR, "there is no file `{0}`"),
    B0902(Severity.ERROR, "`{0}` is a folder, not a file"),
    B0903(Severity.ERROR, "`{0}` can't be read: {1}"),
    B0904(Severity.ERROR, "`{0}` is not UTF-8 text (line {1})"),
    B0905(Severity.ERROR, "`{0}` is larger than {1} MB"),
    B0906(Severity.ERROR, "`{0}` is empty"),
    B0907(Severity.ERROR, "`{0}` is not text: it holds a NUL byte (line {1})"),

    B1001(Severity.WARNING, "`{0}` is never enabled"),
    B1002(Severity.WARNING, "`{0}` never runs"),
    B1003(Severity.WARNING, "`{0}` never strikes"),
    B1004(Severity.WARNING, "control gets here, but `{0}` is never done"),
    B1005(Severity.WARNING, "this branch is never taken: {0}"),
    B1006(Severity.WARNING, "control never gets past `{0}`"),
    B1007(Severity.WARNING, "`{0}` is always {2}, so this part of `{1}` asks nothing"),
    B1008(Severity.WARNING, "`{0}` never changes"),

    B1101(Severity.ERROR, "`{0}` is not JSON: {1}"),
    B1102(Severity.ERROR, "this trace is too large: it has {0}"),
    B1103(Severity.ERROR, "this is no trace: {0}"),
    B1104(Severity.ERROR, "{0} is {1}, where {2} is expected"),
    B1105(Severity.ERROR, "`{0}` is no variable of `{1}`"),
    B1106(Severity.ERROR, "state {0} has no value of `{1}`"),
    B1107(Severity.ERROR, "in state {0} `{1}` {4} {2}: expected {3}"),
    B1108(Severity.ERROR, "the trace begins with `{0}` {1}, and `{3}` with {2}"),
    B1109(Severity.ERROR, "no step leads from state {0} to state {1}"),
    B1110(Severity.ERROR, "the step is said to be `{0}`, {1}"),
    B1111(Severity.ERROR, "`loop` is {0}, and there {1}"),
    B1112(Severity.ERROR, "the trace is of `{0}` = {1}, and `{2}` has {3}"),
    B1113(Severity.ERROR, "this behaviour of `{0}` does not show that `{1}` {2}"),

    B1201(Severity.ERROR, "`{0}` is of type `{1}`, which has more values than a word of 64 bits can hold"),
    B1202(Severity.ERROR, "no Java is generated for a branch of `either` that begins with `{0}`"),
    B1203(Severity.ERROR, "no Java is generated for this first step of a branch of `either`: it {0}"),
    B1204(Severity.ERROR, "no Java is generated for `{0}`, which works on a part of a word"),
    B1205(
            Severity.ERROR,
            "no Java is generated for `{0}`, which stores to `{1}`, under `tso`, other than one whole word");

    private final Severity severity;
    private final String template;

    Code(Severity severity, String template) {
        this.severity = severity;
        this.template = template;
    }

    /** What is printed in brackets and asked for with {@code baton explain}. */
    public String id() {
        return name();
    }

    public Severity severity() {
        return severity;
    }

    public String template() {
        return template;
    }
}
