package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.actor.MachineUses.Kind;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.expr.Wording;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Assignments, and operations that read and write a word at once. */
record Storage(Unit unit) {

    /** The value of a source. */
    Term value(Source source) {
        return switch (source) {
            case Source.Pure x -> unit.of(x.value());
            case Source.Cas x -> {
                Type type = x.place().type();
                if (!Wording.certain(x.desired(), type)) {
                    unit.view().uses().check(Kind.CAS, root(x.place()).name());
                }
                yield locked(
                        Kind.CAS,
                        "cas",
                        x.place(),
                        List.of(
                                unit.expressions().as(type, x.expected()).code(),
                                unit.expressions().as(type, x.desired()).code()));
            }
            case Source.FetchAdd x ->
                locked(
                        Kind.FETCH_ADD,
                        "fetchAdd",
                        x.place(),
                        List.of(unit.of(x.amount()).code()));
            case Source.Exchange x ->
                locked(
                        Kind.EXCHANGE,
                        "exchange",
                        x.place(),
                        List.of(unit.stored(
                                x.value(),
                                x.place().type(),
                                Wording.outside(x.span(), x.place().type()))));
        };
    }

    /** The value of a source for a place of a type. */
    CodeBlock stored(Source source, Type type, String message) {
        if (source instanceof Source.Pure x) {
            return unit.stored(x.value(), type, message);
        }
        Expr standIn = new Expr.Local("value", source.type(), dev.baton.model.source.Span.NONE);
        return unit.expressions().checked(value(source), standIn, type, message).code();
    }

    private static Variable root(Place place) {
        return ((Place.VariableRoot) place.root()).variable();
    }

    private Term locked(Kind kind, String prefix, Place place, List<CodeBlock> operands) {
        Variable v = root(place);
        unit.view().uses().use(kind, v.name(), Wording.outside(place.span(), place.type()));
        List<CodeBlock> arguments = new ArrayList<>();
        if (unit.view().fences(v)) {
            arguments.add(CodeBlock.of("core"));
        }
        arguments.addAll(keys(place, v.type()));
        arguments.addAll(operands);
        return unit.view().machine(unit.naming().names().onMachine(v.name(), prefix), arguments);
    }

    /** The keys that lead to a word; with the checks that they are keys. */
    private List<CodeBlock> keys(Place place, Type type) {
        List<CodeBlock> keys = new ArrayList<>();
        Type at = type;
        for (Place.Step step : place.path()) {
            if (at instanceof Type.MapOf map && step instanceof Place.Key key) {
                keys.add(key(key, map, place));
                at = map.value();
            }
        }
        return keys;
    }

    private CodeBlock key(Place.Key key, Type.MapOf map, Place place) {
        Expr where = new Expr.Local("key", map.key(), place.span());
        return unit.expressions().checkedKey(key.key(), map.key(), where).code();
    }

    /** {@code place = value}. */
    CodeBlock assign(Stmt.Assign assignment) {
        Place place = assignment.place();
        CodeBlock stored = stored(assignment.value(), place.type(), Wording.outside(place.span(), place.type()));
        return switch (place.root()) {
            case Place.VariableRoot root ->
                root.variable().role() == Variable.Role.MEMORY
                        ? unit.ordered().contains(assignment)
                                ? ordered(root.variable(), place, stored)
                                : memory(root.variable(), place, stored)
                        : field(root.variable(), place, kept(assignment, stored));
            case Place.LocalRoot root ->
                unit.read().contains(root.name()) ? local(root, place, stored) : unread(assignment.value(), stored);
        };
    }

    /** A value that nothing reads: what matters is what evaluating it does. */
    static CodeBlock unread(Source source, CodeBlock value) {
        return switch (source) {
            case Source.Pure x -> CodeBlock.of("var _ = $L;\n", value);
            case Source.Cas x -> CodeBlock.of("$L;\n", value);
            case Source.FetchAdd x -> CodeBlock.of("$L;\n", value);
            case Source.Exchange x -> CodeBlock.of("$L;\n", value);
        };
    }

    private CodeBlock ordered(Variable v, Place place, CodeBlock value) {
        List<CodeBlock> arguments = new ArrayList<>(keys(place, v.type()));
        arguments.add(value);
        unit.view().uses().use(Kind.SET_RELEASE, v.name());
        return statement(unit.view().machine(unit.naming().names().onMachine(v.name(), "storeRelease"), arguments));
    }

    private CodeBlock memory(Variable v, Place place, CodeBlock value) {
        List<CodeBlock> arguments = new ArrayList<>(keys(place, v.type()));
        Type word = v.type();
        for (int i = 0; i < arguments.size(); i++) {
            word = ((Type.MapOf) word).value();
        }
        List<Place.Step> rest =
                place.path().subList(arguments.size(), place.path().size());
        boolean whole = word instanceof Type.MapOf;
        if (whole) {
            unit.view().uses().use(Kind.SET_WHOLE, v.name());
            if (!arguments.isEmpty()) {
                unit.view().uses().use(Kind.GET_WHOLE, v.name());
                Term all = unit.view().memory(v, List.of());
                CodeBlock changed = nested(all, v.type(), place.path(), value, place);
                arguments = new ArrayList<>(List.of(changed));
            } else {
                arguments.add(value);
            }
            return statement(unit.view().machine(unit.naming().names().onMachine(v.name(), "setAll"), arguments));
        }
        unit.view().uses().use(Kind.SET, v.name());
        if (rest.isEmpty()) {
            arguments.add(value);
        } else {
            unit.view().uses().use(Kind.GET, v.name());
            Term now = unit.view().machine(unit.naming().names().onMachine(v.name()), List.copyOf(arguments));
            arguments.add(nested(now, word, rest, value, place));
        }
        return statement(unit.view().machine(unit.naming().names().onMachine(v.name()), arguments));
    }

    private static CodeBlock statement(Term call) {
        return CodeBlock.of("$L;\n", call.code());
    }

    /** What becomes a private variable: a map that others may have too is not changed in place. */
    private CodeBlock kept(Stmt.Assign assignment, CodeBlock stored) {
        Place place = assignment.place();
        boolean others = place.type() instanceof Type.MapOf
                && assignment.value() instanceof Source.Pure x
                && !(x.value() instanceof Expr.Read);
        return others ? CodeBlock.of("($L).shared()", stored) : stored;
    }

    private CodeBlock field(Variable v, Place place, CodeBlock value) {
        boolean indexed = !unit.actor().index().single();
        Type type = indexed ? ((Type.MapOf) v.type()).value() : v.type();
        List<Place.Step> path = indexed ? place.path().subList(1, place.path().size()) : place.path();
        Term field = unit.view().field(v);
        return CodeBlock.of("$L = $L;\n", field.code(), nested(field, type, path, value, place, "put"));
    }

    private CodeBlock local(Place.LocalRoot root, Place place, CodeBlock value) {
        Term local = unit.locals().get(root.name());
        return CodeBlock.of("$L = $L;\n", local.code(), nested(local, root.type(), place.path(), value, place));
    }

    /** What holds a value along a path, with that value changed. */
    private CodeBlock nested(Term holder, Type type, List<Place.Step> path, CodeBlock value, Place place) {
        return nested(holder, type, path, value, place, "with");
    }

    /** @param change what changes an entry of the holder, if that is a map */
    private CodeBlock nested(
            Term holder, Type type, List<Place.Step> path, CodeBlock value, Place place, String change) {
        if (path.isEmpty()) {
            return value;
        }
        List<Place.Step> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case Place.Field f -> {
                Type.Struct struct = (Type.Struct) type;
                Type.Field field = struct.field(f.name()).orElseThrow();
                Term inner = Term.of(
                        "$L.$N()", holder.receiver(), unit.naming().types().field(struct, f.name()));
                yield CodeBlock.of(
                        "$L.$N($L)",
                        holder.receiver(),
                        unit.naming().types().with(struct, field),
                        nested(inner, field.type(), rest, value, place));
            }
            case Place.Key k -> {
                if (type instanceof Type.MapOf map) {
                    CodeBlock key = key(k, map, place);
                    Term inner = Term.of("$L.at($L)", holder.receiver(), key);
                    yield CodeBlock.of(
                            "$L.$L($L, $L)",
                            holder.receiver(),
                            change,
                            key,
                            nested(inner, map.value(), rest, value, place));
                }
                Type.Seq seq = (Type.Seq) type;
                String message = "`" + Wording.quote(place.span()) + "`: no such position";
                CodeBlock at = unit.of(k.key()).code();
                Term inner = Term.of("$T.element($L, $L, $S)", RuntimeNames.CHECK, holder.code(), at, message);
                yield CodeBlock.of(
                        "$T.with($L, $T.position($L, $L, $S), $L)",
                        RuntimeNames.SEQUENCES,
                        holder.code(),
                        RuntimeNames.CHECK,
                        at,
                        holder.code(),
                        message,
                        nested(inner, seq.element(), rest, value, place));
            }
        };
    }
}
