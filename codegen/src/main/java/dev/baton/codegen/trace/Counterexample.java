package dev.baton.codegen.trace;

import dev.baton.model.interpreter.Trace;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;

/**
 * How a known-bad design goes wrong.
 *
 * @param name of check and property, for people: {@code two_senders:NoneLost}
 * @param system the lowered protocol
 * @param trace a behaviour of it that was replayed; of one that goes on for ever the stem and one round
 */
public record Counterexample(String name, Protocol protocol, TransitionSystem system, Trace trace) {}
