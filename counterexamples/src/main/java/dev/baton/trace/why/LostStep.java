package dev.baton.trace.why;

import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import java.util.Optional;

/** The step of a trace that lost the property: before it there was a way to keep it, and after it there is none. */
final class LostStep {
    private LostStep() {}

    /** What is known of it. */
    sealed interface Answer {
        /** @param step from 0 */
        record At(int step) implements Answer {}

        /** It is so in the first state already: no behaviour keeps the property. */
        record FromTheFirst() implements Answer {}

        /** The property can still be kept at the trace's end, time and again: only nobody does. */
        record Never() implements Answer {}

        /** Looking further would have taken too long. */
        record Unknown() implements Answer {}
    }

    static Answer of(Course course, Effort effort) {
        Property property = course.property();
        Trace trace = course.trace();
        if (property.kind() == Property.Kind.COVER) {
            return new Answer.Unknown();
        }
        Optional<Environment> binding = property.kind().liveness()
                ? Offence.refuting(course.interpreter(), property, trace)
                : Optional.of(Environment.EMPTY);
        if (binding.isEmpty()) {
            return new Answer.Unknown();
        }
        int last = trace.steps().size();
        for (int i = property.kind().liveness() ? last : last - 1; i >= 0; i--) {
            switch (Outlook.from(course.interpreter(), property, binding, trace.state(i), effort)) {
                case YES -> {
                    return i == last ? new Answer.Never() : new Answer.At(i);
                }
                case UNKNOWN -> {
                    return new Answer.Unknown();
                }
                case NO -> {}
            }
        }
        return new Answer.FromTheFirst();
    }
}
