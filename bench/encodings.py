"""The work of bench/encodings, which says what it is: encodings.py FOLDER JAVA CLASS-PATH [OPTION …] [FILE CHECK PROPERTY …]."""
import glob
import itertools
import os
import platform
import re
import subprocess
import sys
import time

USUAL = [
    ("specs/classic/peterson.baton", "two_processes", "MutualExclusion"),
    ("specs/classic/dining_philosophers.baton", "ordered", "ForksAreNotShared"),
    ("specs/classic/two_phase_commit.baton", "three", "Consistent"),
    ("specs/cores/boot_mailbox.baton", "patient", "BootedOnce"),
    ("specs/ipi/doorbell_tso.baton", "with_fence", "NoLostWakeUp"),
    ("specs/ipi/single_slot.baton", "two_senders", "NoneTorn"),
    ("specs/ipi/single_slot_full_flag.baton", "two_senders", "NoneLost"),
    ("specs/ipi/ring_published.baton", "two_senders", "NoneUnfilled"),
    ("specs/handover/two_phase.baton", "two_units", "AllOrNothing"),
    ("specs/bench/mailbox.baton", "n3_k1_m1", "NoLostWakeup"),
]


def expressions(text):
    """S-expressions as tuples; a quoted name keeps its bars."""
    stack = [[]]
    for token in re.findall(r'\|[^|]*\||"[^"]*"|[()]|[^\s()|";]+|;[^\n]*', text):
        if token == "(":
            stack.append([])
        elif token == ")":
            done = tuple(stack.pop())
            stack[-1].append(done)
        elif not token.startswith(";"):
            stack[-1].append(token)
    return stack[0]


def refuse(message):
    print(f"bench/encodings: {message}", file=sys.stderr)
    sys.exit(2)


def bare(name):
    return name[1:-1] if name.startswith("|") else name


class System:
    """What `baton smt` writes: variables with their widths (0: a truth value), and formulas without definitions."""

    def __init__(self, text, goal):
        self.widths, self.bodies, self.whole = {}, {}, {}
        for form in expressions(text):
            if form[0] == "declare-const":
                self.widths[bare(form[1])] = 0 if form[2] == "Bool" else int(form[2][2])
            elif form[0] == "define-fun":
                self.bodies[bare(form[1])] = form[4]
        self.variables = [name for name in self.widths if not name.endswith("'")]
        self.first, self.valid = self.named("init"), self.named("well-formed")
        step = self.bodies["step"]
        self.steps = [self.expanded(s, {}) for s in (step[1:] if step[0] == "or" else (step,))]
        if goal + "'" not in self.bodies:
            refuse(f"there is no invariant `{goal}`")
        self.good = self.named(goal)

    def named(self, name):
        if name not in self.whole:
            self.whole[name] = self.expanded(self.bodies[name], {})
        return self.whole[name]

    def expanded(self, term, bound):
        if isinstance(term, str):
            name = bare(term)
            if name in bound:
                return bound[name]
            if name in self.widths:
                return ("var", name, self.widths[name])
            if name in self.bodies:
                return self.named(name)
            if name.startswith("#b"):
                return ("value", int(name[2:], 2), len(name) - 2)
            return (name,)
        if term[0] == "let":
            inner = {**bound, **{bare(n): self.expanded(t, bound) for n, t in term[1]}}
            return self.expanded(term[2], inner)
        head = term[0] if isinstance(term[0], str) else " ".join(("(",) + term[0] + (")",))
        return (head,) + tuple(self.expanded(t, bound) for t in term[1:])


def width(term):
    if term[0] in ("var", "value"):
        return term[2]
    if term[0] == "ite":
        return width(term[2])
    if term[0] in ("bvadd", "bvsub", "bvmul", "bvurem"):
        return width(term[1])
    if "extract" in term[0]:
        high, low = map(int, re.findall(r"\d+", term[0]))
        return high - low + 1
    if "zero_extend" in term[0]:
        return width(term[1]) + int(re.findall(r"\d+", term[0])[0])
    return 0


class BitVectors:
    """As Baton asks: every encoding makes text of terms, and of a variable what stands for it."""

    name = "bit vectors"

    def __init__(self, system):
        self.memo = {}

    def declared(self):
        return ""

    def parts(self, name, width):
        """Names behind that of the variable, and their sorts."""
        return [("", f"(_ BitVec {width})" if width else "Bool")]

    def domain(self, name, width):
        """What is true of the parts beside their sorts."""
        return []

    def text(self, term):
        if id(term) not in self.memo:
            self.memo[id(term)] = (term, self.made(term))
        return self.memo[id(term)][1]

    def made(self, term):
        if term[0] == "var":
            return symbol(term[1])
        if term[0] == "value":
            return f"#b{term[1]:0{term[2]}b}"
        if len(term) == 1:
            return term[0]
        return f"({term[0]} {' '.join(self.text(t) for t in term[1:])})"


class Booleans(BitVectors):
    """A truth value a bit; the text of a number is a list, its lowest bit first."""

    name = "Booleans"

    def parts(self, name, width):
        return [(f".{i}", "Bool") for i in range(width)] or [("", "Bool")]

    def made(self, term):
        head, args = term[0], term[1:]
        if head == "var" and term[2]:
            return [symbol(term[1], f".{i}") for i in range(term[2])]
        if head == "value":
            return ["true" if term[1] >> i & 1 else "false" for i in range(term[2])]
        if head == "ite" and width(term):
            test, a, b = map(self.text, args)
            return [f"(ite {test} {x} {y})" for x, y in zip(a, b)]
        if head == "=" and width(args[0]):
            return "(and " + " ".join(f"(= {x} {y})" for x, y in zip(*map(self.text, args))) + ")"
        if head in ("bvult", "bvslt"):
            less, pairs = "false", list(zip(*map(self.text, args)))
            if head == "bvslt":
                pairs[-1] = pairs[-1][::-1]
            for x, y in pairs:
                less = f"(or (and (not {x}) {y}) (and (= {x} {y}) {less}))"
            return less
        if head in ("bvadd", "bvsub"):
            carry, bits = "false" if head == "bvadd" else "true", []
            for x, y in zip(*map(self.text, args)):
                y = y if head == "bvadd" else f"(not {y})"
                bits.append(f"(xor {x} {y} {carry})")
                carry = f"(or (and {x} {y}) (and {carry} (or {x} {y})))"
            return bits
        if head in ("bvmul", "bvurem"):
            return self.table(head, term)
        if "extract" in head:
            high, low = map(int, re.findall(r"\d+", head))
            return self.text(args[0])[low : high + 1]
        if "zero_extend" in head:
            return self.text(args[0]) + ["false"] * (width(term) - width(args[0]))
        return super().made(term)

    def table(self, head, term):
        """By cases: few bits are multiplied."""
        wide, (a, b) = width(term), map(self.text, term[1:])
        cases = [[] for _ in range(wide)]
        for x, y in itertools.product(range(1 << wide), repeat=2):
            value = x * y if head == "bvmul" else x % y if y else x
            here = [bit if n >> i & 1 else f"(not {bit})" for n, bits in ((x, a), (y, b)) for i, bit in enumerate(bits)]
            for i in range(wide):
                if value >> i & 1:
                    cases[i].append(f"(and {' '.join(here)})")
        return [f"(or false {' '.join(c)})" for c in cases]


class Integers(BitVectors):
    """Unbounded numbers, which are said to be in their ranges."""

    name = "integers"

    def parts(self, name, width):
        return [("", "Int" if width else "Bool")]

    def domain(self, name, width):
        return [f"(<= 0 {symbol(name)} {(1 << width) - 1})"] if width else []

    def made(self, term):
        head, args = term[0], term[1:]
        if head == "value":
            return str(term[1])
        if head == "bvult":
            return f"(< {self.text(args[0])} {self.text(args[1])})"
        if head == "bvslt":
            half = 1 << width(args[0]) - 1
            low, high = (f"(ite (< {x} {half}) {x} (- {x} {2 * half}))" for x in map(self.text, args))
            return f"(< {low} {high})"
        if head in ("bvadd", "bvsub", "bvmul"):
            sign = {"bvadd": "+", "bvsub": "-", "bvmul": "*"}[head]
            return f"(mod ({sign} {self.text(args[0])} {self.text(args[1])}) {1 << width(term)})"
        if head == "bvurem":
            a, b = map(self.text, args)
            return f"(ite (= {b} 0) {a} (mod {a} {b}))"
        if "extract" in head:
            low = int(re.findall(r"\d+", head)[1])
            return f"(mod (div {self.text(args[0])} {1 << low}) {1 << width(term)})"
        if "zero_extend" in head:
            return self.text(args[0])
        return super().made(term)


class Enumerations(BitVectors):
    """A data type for numbers that are compared, but not calculated with; the others stay bit vectors."""

    name = "data types"

    def __init__(self, system):
        super().__init__(system)
        self.kin, self.counted, self.values, self.largest, self.kinds = {}, set(), [], {}, {}
        formulas = [system.first, system.valid, system.good, *system.steps]
        seen = set()
        for formula in formulas:
            self.look(formula, seen)
        for name in system.variables:
            if system.widths[name] and self.root(name) not in map(self.root, self.counted):
                self.kinds.setdefault(self.root(name), []).append(name)
        limits = dict(self.limits(system.valid))
        for root, names in self.kinds.items():
            bounds = [limits.get(n, (1 << system.widths[n]) - 1) for n in names]
            self.largest[root] = max(bounds + [v for r, v in self.values if self.root(r) == root])

    def root(self, name):
        while name in self.kin:
            name = self.kin[name]
        return name

    def member(self, term):
        """A variable that has the kind of a term, if any has."""
        if term[0] == "var":
            return term[1].rstrip("'")
        return self.member(term[2]) or self.member(term[3]) if term[0] == "ite" else None

    def look(self, term, seen):
        if id(term) in seen or term[0] in ("var", "value"):
            return
        seen.add(id(term))
        for t in term[1:]:
            self.look(t, seen)
        alike = {"=": term[1:], "ite": term[2:], "bvult": term[1:]}.get(term[0], ())
        if alike and width(alike[0]):
            members = [m for m in map(self.member, alike) if m]
            for m in members[1:]:
                if self.root(m) != self.root(members[0]):
                    self.kin[self.root(m)] = self.root(members[0])
            self.values += [(members[0], t[1]) for t in alike if t[0] == "value" and members]
            if term[0] == "bvult" and all(t[0] != "value" for t in alike):
                self.counted.update(members)
        elif term[0].startswith(("bv", "( _")):
            self.counted.update(m for m in map(self.member, term[1:]) if m)

    def limits(self, valid):
        """Of variables the largest values, as the ranges tell."""
        for part in valid[1:] if valid[0] == "and" else (valid,):
            if part[0] == "not" and part[1][0] == "bvult" and part[1][1][0] == "value" and part[1][2][0] == "var":
                yield part[1][2][1], part[1][1][1]

    def kind(self, term):
        member = self.member(term)
        return member and (self.root(member) if self.root(member) in self.kinds else None)

    def number(self, root):
        return list(self.kinds).index(root)

    def declared(self):
        return "".join(
            f"(declare-datatypes ((E{n} 0)) (({' '.join(f'(E{n}.{v})' for v in range(self.largest[root] + 1))})))\n"
            for n, root in enumerate(self.kinds)
        )

    def parts(self, name, width):
        root = self.root(name)
        return [("", f"E{self.number(root)}")] if root in self.kinds else super().parts(name, width)

    def valued(self, term, root):
        """A term of that kind."""
        if term[0] == "value":
            return f"E{self.number(root)}.{term[1]}"
        if term[0] == "ite":
            return f"(ite {self.text(term[1])} {self.valued(term[2], root)} {self.valued(term[3], root)})"
        return symbol(term[1])

    def made(self, term):
        args = term[1:]
        root = next((k for k in map(self.kind, args) if k), None) if term[0] in ("=", "bvult") else None
        if root and term[0] == "=":
            return f"(= {self.valued(args[0], root)} {self.valued(args[1], root)})"
        if root:
            n, left = self.number(root), args[0][0] == "value"
            limit, other = (args[0][1], args[1]) if left else (args[1][1], args[0])
            values = range(limit + 1, self.largest[root] + 1) if left else range(min(limit, self.largest[root] + 1))
            text = self.valued(other, root)
            return f"(or false {' '.join(f'(= {text} E{n}.{v})' for v in values)})"
        return super().made(term)


def symbol(name, part=""):
    return f"|{name}{part}|"


def scripts(system, encoding, depth):
    """The same questions in an encoding: Horn clauses, and an unrolling in parts."""
    parts = [(v, p, s) for v in system.variables for p, s in encoding.parts(v, system.widths[v])]
    now = " ".join(f"({symbol(v, p)} {s})" for v, p, s in parts)
    then = " ".join("(" + symbol(v + "'", p) + f" {s})" for v, p, s in parts)
    ranges = [d for v in system.variables for d in encoding.domain(v, system.widths[v])]
    head = encoding.declared()
    head += f"(define-fun first ({now}) Bool {encoding.text(system.first)})\n"
    head += f"(define-fun valid ({now}) Bool (and {' '.join([encoding.text(system.valid), *ranges])}))\n"
    head += f"(define-fun bad ({now}) Bool (not {encoding.text(system.good)}))\n"
    for i, step in enumerate(system.steps):
        head += f"(define-fun step{i} ({now} {then}) Bool {encoding.text(step)})\n"

    def names(suffix):
        return " ".join(symbol(v + suffix, p) for v, p, s in parts)

    reached = f"(reached {names('')}) (valid {names('')})"
    horn = "(set-logic HORN)\n(set-option :fp.engine spacer)\n(set-option :fp.spacer.global true)\n" + head
    horn += f"(declare-fun reached ({' '.join(s for v, p, s in parts)}) Bool)\n"
    horn += f"(assert (forall ({now}) (=> (first {names('')}) (reached {names('')}))))\n"
    for i in range(len(system.steps)):
        after = names("'")
        horn += f"(assert (forall ({now} {then}) (=> (and {reached} (step{i} {names('')} {after})) (reached {after}))))\n"
    horn += f"(assert (forall ({now}) (=> (and {reached} (bad {names('')})) false)))\n(check-sat)\n"

    unrolled = head
    for k in range(depth + 1):
        here, before = names(f"@{k}"), names(f"@{k - 1}")
        unrolled += "".join(f"(declare-const {symbol(f'{v}@{k}', p)} {s})\n" for v, p, s in parts)
        unrolled += f"(assert (valid {here}))\n"
        any_step = " ".join(f"(step{i} {before} {here})" for i in range(len(system.steps)))
        unrolled += f"(assert (or {any_step}))\n" if k else f"(assert (first {here}))\n"
        unrolled += f"(push 1)\n(assert (bad {here}))\n(check-sat)\n(pop 1)\n; --\n"
    return horn, unrolled


def asked(java, jar, folder, limit, script):
    """What was said part by part, with the seconds that all took by then; a part that took too long is missing."""
    path = os.path.join(folder, "script.smt2")
    with open(path, "w") as file:
        file.write(script)
    run = subprocess.run(
        [java, "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", jar, "bench/AskZ3.java", str(limit), path],
        capture_output=True, text=True)
    lines = run.stdout.splitlines()
    if not lines:
        refuse(f"the solver does not start: {run.stderr.strip()[:400]}")
    answers = [tuple(line.split(" ", 1)) for line in lines[1:]]
    for _, said in answers:
        if said not in ("sat", "unsat", "unknown", ""):
            refuse(f"the solver says `{said[:400]}`")
    return lines[0], [(float(t), s) for t, s in answers if s]


def main():
    folder, java, jar, *rest = sys.argv[1:]
    options = {"--seconds": 60, "--depth": 20}
    while len(rest) > 1 and rest[0] in options and rest[1].isdigit():
        options[rest[0]], rest = int(rest[1]), rest[2:]
    if len(rest) % 3 or any(r.startswith("-") for r in rest):
        refuse("usage: [--seconds N] [--depth N] [FILE CHECK PROPERTY …]")
    goals = list(zip(*[iter(rest)] * 3)) or USUAL
    seconds, depth = options["--seconds"], options["--depth"]
    encodings = [BitVectors, Booleans, Integers, Enumerations]
    rows, disagreements, version = [], 0, ""
    for file, check, goal in goals:
        out = os.path.join(folder, f"{len(rows)}")
        os.mkdir(out)
        written = subprocess.run([os.environ.get("BATON", "./baton"), "smt", file, "--check", check, "-o", out],
                                 stdout=subprocess.DEVNULL)
        if written.returncode:
            sys.exit(written.returncode)
        system = System(open(glob.glob(out + "/*.smt2")[0]).read(), goal)
        cells, verdicts, shortest = [], set(), set()
        for encoding in encodings:
            horn, unrolled = scripts(system, encoding(system), depth)
            version, said = asked(java, jar, folder, seconds, horn)
            decided = said and said[0][1] != "unknown"
            if decided:
                # a model of `reached` is an invariant
                verdicts.add("proved" if said[0][1] == "sat" else "refuted")
            cells.append(f"{said[0][0]:.1f}" if decided else "gave up" if said else f"> {seconds}")
            _, said = asked(java, jar, folder, seconds, unrolled)
            bad = [k for k, (_, s) in enumerate(said) if s == "sat"]
            shortest.add(bad[0] if bad else None if len(said) == depth + 1 else "late")
            whole = bad or len(said) == depth + 1
            cells.append(f"{said[bad[0] if bad else depth][0]:.1f}" if whole else f"{len(said) - 1} steps")
            print(f"{time.strftime('%X')} {check} {goal}, {encoding.name}: {cells[-2]}, {cells[-1]}", file=sys.stderr)
        known = shortest - {"late"}
        found = known - {None}
        if len(verdicts) > 1 or len(known) > 1 or (found and "proved" in verdicts):
            disagreements += 1
            print(f"{check} {goal}: the encodings disagree: {verdicts}, {shortest}", file=sys.stderr)
        verdict = f"{next(iter(found))} steps" if found else "holds" if "proved" in verdicts else "?"
        rows.append((f"`{os.path.basename(file)[:-6]} {check}` {goal}", verdict, cells))
    print(f"{version}; {platform.machine()}, {os.cpu_count()} processors; at most {seconds} s a question\n")
    for offset, title in ((0, "Spacer"), (1, f"unrolled, {depth} steps or to the violation")):
        print(f"| {title} | | " + " | ".join(e.name for e in encodings) + " |\n|---|---|" + "---|" * len(encodings))
        for what, verdict, cells in rows:
            print(f"| {what} | {verdict} | " + " | ".join(cells[offset::2]) + " |")
        print()
    sys.exit(1 if disagreements else 0)


main()
