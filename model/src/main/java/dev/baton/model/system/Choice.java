package dev.baton.model.system;

/** Something that a step chooses on its way, as the code of a protocol does and its logs tell. */
public sealed interface Choice {

    /**
     * A branch of an {@code either}.
     *
     * @param number of the branch, from 0
     */
    record Branch(int number) implements Choice {}

    /**
     * The element of a {@code choose}, the sender of a {@code receive}, or a message of an unordered channel.
     *
     * @param parameter name of the action's parameter that holds it
     */
    record Element(String parameter) implements Choice {}
}
