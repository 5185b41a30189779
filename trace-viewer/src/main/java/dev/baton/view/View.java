package dev.baton.view;

import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.trace.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that a viewer shows of one trace; {@link ViewJson} writes it. Lanes, cells, texts of values, sources,
 * states and steps are numbered from 0; step {@code i} leads from state {@code i} to state {@code i + 1}.
 *
 * @param title what the page is about: {@code NoneLost is violated}
 * @param lanes columns of the diagram, left to right
 * @param cells leaves of the state
 * @param strings interned texts of values
 * @param first of state 0: for each cell the number of its text
 * @param loop the state that follows the last one, which is the same one again; the last state itself: it stops there
 * @param lights for each state a text with one character for each property: {@code 1} holds here, {@code 0} does not,
 *     {@code ?} is undefined here, {@code -} is no matter of one state
 * @param why the property's tree at the violation
 */
public record View(
        Subject subject,
        String title,
        List<SourceFile> sources,
        List<Lane> lanes,
        List<Cell> cells,
        List<String> strings,
        List<Integer> first,
        List<Step> steps,
        OptionalInt loop,
        List<Property> properties,
        List<String> lights,
        Optional<Reason> why,
        Commentary commentary) {

    public View {
        sources = List.copyOf(sources);
        lanes = List.copyOf(lanes);
        cells = List.copyOf(cells);
        strings = List.copyOf(strings);
        first = List.copyOf(first);
        steps = List.copyOf(steps);
        properties = List.copyOf(properties);
        lights = List.copyOf(lights);
    }

    /**
     * A column of the diagram.
     *
     * @param group the kernel that a core belongs to
     */
    public record Lane(String label, Kind kind, Optional<String> group) {
        public enum Kind {
            KERNEL,
            CORE,
            MEMORY,
            FAULT,
            /** An environment. */
            OTHER
        }
    }

    /**
     * A variable, or an entry of it if it is a map.
     *
     * @param role of the variable, in lower case
     * @param lane of whom it is, or whom it waits for
     */
    public record Cell(String name, String variable, String role, OptionalInt lane) {}

    /**
     * A step that was taken.
     *
     * @param id see {@link dev.baton.trace.StepId}
     * @param kind of its origin, in lower case
     * @param target whom a fault strikes
     * @param interrupt whether an interrupt handler of this lane starts or ends with it
     */
    public record Step(
            String id,
            int lane,
            OptionalInt target,
            String who,
            String what,
            String kind,
            Span source,
            List<Change> changes,
            List<Arrow> arrows,
            Optional<Interrupt> interrupt,
            boolean fault,
            Optional<String> error) {

        public Step {
            changes = List.copyOf(changes);
            arrows = List.copyOf(arrows);
        }
    }

    /** Whether a handler starts or ends. */
    public enum Interrupt {
        ENTER,
        LEAVE
    }

    /**
     * A cell's new value; the same as before where a task read it anew.
     *
     * @param telling whether a reader wants to see it
     */
    public record Change(int cell, int value, boolean telling) {}

    /**
     * Something that travels from lane to lane.
     *
     * @param kind in lower case
     * @param end the step that received or lost it
     */
    public record Arrow(
            String kind,
            String via,
            OptionalInt from,
            OptionalInt to,
            Optional<String> payload,
            Outcome outcome,
            OptionalInt end) {
        public enum Outcome {
            DELIVERED,
            /** Still on its way at the end. */
            PENDING,
            /** Raised while it was pending already. */
            COALESCED,
            LOST
        }
    }
}
