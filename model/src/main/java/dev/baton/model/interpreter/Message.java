package dev.baton.model.interpreter;

import dev.baton.model.system.Arrow;
import dev.baton.model.value.Value;
import java.util.Optional;

/** An {@link Arrow} of a step that was taken: who sent what to whom. */
public record Message(Arrow.Kind kind, String via, Optional<Value> from, Optional<Value> to, Optional<Value> payload) {}
