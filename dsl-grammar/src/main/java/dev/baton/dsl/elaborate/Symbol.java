package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.VariableSyntax;
import java.util.Optional;

/**
 * A name that is declared at the top level.
 *
 * @param variable which of the declaration's variables, for {@code memory}
 */
record Symbol(Name name, Decl declaration, Optional<VariableSyntax> variable) {

    /** What it is, with an article: {@code a kernel}. */
    String word() {
        return switch (declaration) {
            case Decl.Param d -> "a parameter";
            case Decl.Const d -> "a constant";
            case Decl.Enumeration d -> "an enum";
            case Decl.RecordType d -> "a record";
            case Decl.Message d -> "a message";
            case Decl.Index d -> "an index type";
            case Decl.Resource d -> "a resource";
            case Decl.Memory d -> "a variable in memory";
            case Decl.Channel d -> "a channel";
            case Decl.Ipi d -> "an IPI";
            case Decl.Actor d ->
                switch (d.kind()) {
                    case KERNEL -> "a kernel";
                    case CORE -> "a core";
                    case ENVIRONMENT -> "an environment";
                };
            case Decl.Function d -> "a function";
            case Decl.Procedure d -> "a procedure";
            case Decl.Import d -> "an import";
            case Decl.Fault d -> "a fault";
            case Decl.Property d -> "a property";
            case Decl.Liveness d -> "a property";
            case Decl.Terminal d -> "a property";
            case Decl.Refines d -> "a refinement";
            case Decl.Check d -> "a check";
        };
    }

    /** Whether it is the name of a type. */
    boolean isType() {
        return switch (declaration) {
            case Decl.Enumeration d -> true;
            case Decl.RecordType d -> true;
            case Decl.Message d -> true;
            case Decl.Index d -> true;
            case Decl.Resource d -> true;
            case Decl.Actor d -> true;
            case Decl.Param d -> false;
            case Decl.Const d -> false;
            case Decl.Memory d -> false;
            case Decl.Channel d -> false;
            case Decl.Ipi d -> false;
            case Decl.Function d -> false;
            case Decl.Procedure d -> false;
            case Decl.Import d -> false;
            case Decl.Fault d -> false;
            case Decl.Property d -> false;
            case Decl.Liveness d -> false;
            case Decl.Terminal d -> false;
            case Decl.Refines d -> false;
            case Decl.Check d -> false;
        };
    }
}
