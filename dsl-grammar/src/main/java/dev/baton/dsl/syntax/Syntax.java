package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;

/** Anything in the tree: it stands somewhere. */
public sealed interface Syntax
        permits ArmSyntax,
                BinderSyntax,
                BlockSyntax,
                Decl,
                EnumMemberSyntax,
                ExpectationSyntax,
                ExprSyntax,
                FieldPatternSyntax,
                FieldSyntax,
                FieldValueSyntax,
                Member,
                Name,
                ParameterSyntax,
                PathSyntax,
                PatternSyntax,
                SettingSyntax,
                StmtSyntax,
                SyntaxFile,
                TemporalSyntax,
                TestSyntax,
                TypeSyntax,
                VariableSyntax {

    /** From its first token to its last, parentheses around it and doc comments before it left out. */
    Span span();
}
