package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;

/** {@code NAME = e} in a {@code check} (a parameter's value) or in {@code refines} (an abstract variable's). */
public record SettingSyntax(Name name, ExprSyntax value, Span span) implements Syntax {}
