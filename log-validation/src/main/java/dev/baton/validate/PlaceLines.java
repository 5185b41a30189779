package dev.baton.validate;

import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.system.Action;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import dev.baton.validate.Event.Happening;
import dev.baton.validate.Resolver.Acting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lines that tell of a step of a task or interrupt handler: {@code Sender[0] send if h=2}. */
record PlaceLines(Subject subject) {

    Happening of(long line, Fields fields, Acting acting, ControlPoints.Unit unit) throws LogException {
        List<ControlPoints.Point> points = points(line, fields, unit);
        List<Expectation> expected = new ArrayList<>();
        List<String> labels = points.stream().map(ControlPoints.Point::label).toList();
        unit.control()
                .ifPresent(variable ->
                        expected.add(Resolver.control(subject, acting, variable, unit.name(), labels, fields.label())));
        Set<String> constants = new LinkedHashSet<>();
        unit.points().forEach(p -> constants.addAll(p.constants().keySet()));
        for (Map.Entry<String, String> field : fields.named().entrySet()) {
            String name = field.getKey();
            if (!name.equals("choice") && !constants.contains(name)) {
                expected.add(local(line, name, field.getValue(), acting, unit));
            }
        }
        List<Work.Offer> offers = new ArrayList<>();
        for (ControlPoints.Point point : points) {
            offers.addAll(offers(line, fields, acting, unit, point));
        }
        return new Happening.Step(
                acting.strand(unit.name()), acting.member(), subject.work(offers, expected), expected);
    }

    /** The copies of the statement that a line may mean; none if the loops' variables have no such values. */
    private static List<ControlPoints.Point> points(long line, Fields fields, ControlPoints.Unit unit)
            throws LogException {
        List<ControlPoints.Point> copies = unit.points().stream()
                .filter(p -> p.original().equals(fields.label()) || p.label().equals(fields.label()))
                .toList();
        if (copies.isEmpty()) {
            List<String> there = unit.points().stream()
                    .map(ControlPoints.Point::original)
                    .distinct()
                    .toList();
            throw new LogException(
                    line,
                    "`" + unit.name() + "` of " + unit.actor().name() + " has no place `" + Texts.shown(fields.label())
                            + "`",
                    Texts.meant(fields.label(), there));
        }
        return copies.stream()
                .filter(p -> p.constants().entrySet().stream().allMatch(c -> {
                    String said = fields.named().get(c.getKey());
                    return said == null || says(said, c.getValue());
                }))
                .toList();
    }

    /** Whether a text is the code of a constant of an unrolled loop, or the constant itself. */
    private static boolean says(String text, Value value) {
        String code = switch (value) {
            case Value.Int v -> Integer.toString(v.value());
            case Value.EnumMember v -> Integer.toString(v.ordinal());
            case Value.Member v -> Integer.toString(v.ordinal());
            case Value.Bool v -> v.value() ? "1" : "0";
            case Value.Struct _ -> "";
            case Value.None _ -> "0";
            case Value.Some _ -> "";
            case Value.SetOf _ -> "";
            case Value.Seq _ -> "";
            case Value.Bag _ -> "";
            case Value.MapOf _ -> "";
        };
        return text.equals(code) || text.equals(value.toString());
    }

    private Expectation local(long line, String name, String text, Acting acting, ControlPoints.Unit unit)
            throws LogException {
        Optional<ControlPoints.Local> local =
                unit.locals().stream().filter(l -> l.name().equals(name)).findFirst();
        if (local.isEmpty()) {
            throw new LogException(
                    line,
                    "`" + unit.name() + "` of " + unit.actor().name() + " has no local `" + Texts.shown(name) + "`",
                    Texts.meant(
                            name,
                            unit.locals().stream()
                                    .map(ControlPoints.Local::name)
                                    .toList()));
        }
        Type type = local.get().type();
        List<Value> allowed = ValueText.value(type, text)
                .map(value -> local.get().optional() ? new Value.Some(value) : value)
                .map(List::of)
                .orElse(List.of());
        String shown = ValueText.value(type, text)
                .map(Value::toString)
                .orElse(Texts.shown(text) + ", which is no value of `" + type + "`");
        return new Expectation(
                Resolver.cell(subject, acting, local.get().variable()),
                allowed,
                shown,
                acting.member() + "." + unit.name() + "." + name);
    }

    private List<Work.Offer> offers(
            long line, Fields fields, Acting acting, ControlPoints.Unit unit, ControlPoints.Point point)
            throws LogException {
        List<Work.Offer> offers = new ArrayList<>();
        for (Action action : subject.units().steps(unit, point.label())) {
            Arguments.of(line, action, Map.of(), Arguments.choices(fields), acting)
                    .given()
                    .ifPresent(given -> offers.add(subject.offer(action, given)));
        }
        return offers;
    }
}
