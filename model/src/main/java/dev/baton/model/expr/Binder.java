package dev.baton.model.expr;

import dev.baton.model.type.Type;

/** A name bound to each element of a set in turn. The domain is set-typed and does not see the name itself. */
public record Binder(String name, Type type, Expr domain) {}
