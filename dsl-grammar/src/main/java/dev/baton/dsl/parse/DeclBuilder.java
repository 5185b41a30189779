package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.EnumMemberSyntax;
import dev.baton.dsl.syntax.ExpectationSyntax;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.FieldSyntax;
import dev.baton.dsl.syntax.ParameterSyntax;
import dev.baton.dsl.syntax.SettingSyntax;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.dsl.syntax.TypeSyntax;
import dev.baton.dsl.syntax.VariableSyntax;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.RuleNode;
import org.jspecify.annotations.Nullable;

/** Parse tree to syntax tree: a file and its declarations. Reports what the grammar lets pass. */
final class DeclBuilder extends BatonBaseVisitor<Decl> {
    private final Nodes nodes;
    private final ExprBuilder expressions;
    private final StmtBuilder statements;
    private final MemberBuilder members;
    private final TemporalBuilder temporals;

    private DeclBuilder(Nodes nodes) {
        this.nodes = nodes;
        this.expressions = new ExprBuilder(nodes);
        this.statements = new StmtBuilder(nodes, expressions);
        this.members = new MemberBuilder(nodes, expressions, statements);
        this.temporals = new TemporalBuilder(nodes, expressions);
    }

    static SyntaxFile build(ParsedText text, Problems problems) {
        DeclBuilder builder = new DeclBuilder(new Nodes(text.tokens(), problems));
        BatonParser.FileContext file = text.tree();
        List<Decl> declarations =
                file.declaration().stream().map(builder::visit).toList();
        return new SyntaxFile(
                text.source(),
                builder.nodes.name(file.header().identifier()),
                builder.nodes.doc(file.header()),
                declarations,
                problems.at(0, text.source().text().length()));
    }

    @Override
    public Decl visitChildren(RuleNode node) {
        throw new AssertionError("no declaration: " + node.getClass());
    }

    @Override
    public Decl visitImportDecl(BatonParser.ImportDeclContext d) {
        Token path = d.STRING().getSymbol();
        String text = path.getText();
        return new Decl.Import(
                text.substring(1, text.length() - 1), nodes.problems().at(path), nodes.span(d));
    }

    @Override
    public Decl visitParamDecl(BatonParser.ParamDeclContext d) {
        return new Decl.Param(
                nodes.name(d.identifier()), type(d.type()), optional(d.expr()), nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitConstDecl(BatonParser.ConstDeclContext d) {
        return new Decl.Const(nodes.name(d.identifier()), expr(d.expr()), nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitEnumDecl(BatonParser.EnumDeclContext d) {
        List<EnumMemberSyntax> all =
                d.enumMember().stream().map(nodes::enumMember).toList();
        return new Decl.Enumeration(nodes.name(d.identifier()), all, nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitRecordDecl(BatonParser.RecordDeclContext d) {
        return new Decl.RecordType(nodes.name(d.identifier()), fields(d.fields()), nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitMessageDecl(BatonParser.MessageDeclContext d) {
        List<FieldSyntax> fields = d.fields() == null ? List.of() : fields(d.fields());
        return new Decl.Message(nodes.name(d.identifier()), fields, nodes.doc(d), nodes.span(d));
    }

    private List<FieldSyntax> fields(BatonParser.FieldsContext fields) {
        return fields.field().stream()
                .map(f -> new FieldSyntax(nodes.name(f.verbOrName()), type(f.type()), nodes.doc(f), nodes.span(f)))
                .toList();
    }

    @Override
    public Decl visitIndexDecl(BatonParser.IndexDeclContext d) {
        return new Decl.Index(nodes.name(d.identifier()), expr(d.expr()), nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitResourceDecl(BatonParser.ResourceDeclContext d) {
        return new Decl.Resource(
                nodes.name(d.identifier()),
                expr(d.expr(0)),
                d.OWNED() == null ? Optional.empty() : Optional.of(expr(d.expr(1))),
                nodes.doc(d),
                nodes.span(d));
    }

    @Override
    public Decl visitMemoryDecl(BatonParser.MemoryDeclContext d) {
        boolean braces = d.LBRACE() != null;
        List<VariableSyntax> variables = d.variable().stream()
                .map(v -> statements.variable(v, braces ? nodes.doc(v) : nodes.doc(d)))
                .toList();
        BatonParser.MemoryModelContext model = d.memoryModel();
        Decl.MemoryModel word = model == null || model.SC() != null
                ? Decl.MemoryModel.SC
                : model.TSO() != null ? Decl.MemoryModel.TSO : Decl.MemoryModel.RELAXED;
        return new Decl.Memory(
                word,
                model == null ? Optional.empty() : optional(model.expr()),
                variables,
                nodes.doc(d),
                nodes.span(d));
    }

    @Override
    public Decl visitChannelDecl(BatonParser.ChannelDeclContext d) {
        Protocol.Channel.Kind kind =
                switch (d.channelKind() == null ? "fifo" : d.channelKind().getText()) {
                    case "latest" -> Protocol.Channel.Kind.LATEST;
                    case "unordered" -> Protocol.Channel.Kind.UNORDERED;
                    default -> Protocol.Channel.Kind.FIFO;
                };
        return new Decl.Channel(
                nodes.name(d.identifier(0)),
                nodes.name(d.identifier(1)),
                d.arrow().BOTH_WAYS() != null,
                nodes.name(d.identifier(2)),
                type(d.type()),
                kind,
                optional(d.expr()),
                nodes.doc(d),
                nodes.span(d));
    }

    @Override
    public Decl visitIpiDecl(BatonParser.IpiDeclContext d) {
        boolean nmi = false;
        boolean unordered = false;
        Optional<ExprSyntax> queued = Optional.empty();
        for (BatonParser.IpiOptionContext option : d.ipiOption()) {
            boolean again = option.NMI() != null ? nmi : option.UNORDERED() != null ? unordered : queued.isPresent();
            if (again) {
                twice(option);
            }
            nmi |= option.NMI() != null;
            unordered |= option.UNORDERED() != null;
            queued = option.QUEUED() != null ? Optional.of(expr(option.expr())) : queued;
        }
        return new Decl.Ipi(
                nodes.name(d.identifier(0)),
                nodes.name(d.identifier(1)),
                nmi,
                queued,
                unordered,
                nodes.doc(d),
                nodes.span(d));
    }

    @Override
    public Decl visitActorDecl(BatonParser.ActorDeclContext d) {
        Optional<ExprSyntax> core = Optional.empty();
        boolean off = false;
        for (BatonParser.ActorOptionContext option : d.actorOption()) {
            if (option.OFF() != null ? off : core.isPresent()) {
                twice(option);
            }
            off |= option.OFF() != null;
            core = option.ON() != null ? Optional.of(expr(option.expr())) : core;
        }
        Actor.Kind kind = d.actorWord().KERNEL() != null
                ? Actor.Kind.KERNEL
                : d.actorWord().CORE() != null ? Actor.Kind.CORE : Actor.Kind.ENVIRONMENT;
        return new Decl.Actor(
                kind,
                nodes.name(d.identifier()),
                optional(d.expr()),
                core,
                off,
                members.members(d.actorBody()),
                nodes.doc(d),
                nodes.span(d));
    }

    private void twice(ParserRuleContext option) {
        nodes.problems()
                .add(Diagnostic.of(
                        Code.B0811, nodes.span(option), option.getStart().getText()));
    }

    @Override
    public Decl visitFnDecl(BatonParser.FnDeclContext d) {
        return new Decl.Function(
                nodes.name(d.identifier()),
                parameters(d.parameter()),
                type(d.type()),
                expr(d.expr()),
                nodes.doc(d),
                nodes.span(d));
    }

    @Override
    public Decl visitProcDecl(BatonParser.ProcDeclContext d) {
        return new Decl.Procedure(
                nodes.name(d.identifier()),
                parameters(d.parameter()),
                statements.block(d.block()),
                nodes.doc(d),
                nodes.span(d));
    }

    private List<ParameterSyntax> parameters(List<BatonParser.ParameterContext> parameters) {
        return parameters.stream()
                .map(p -> new ParameterSyntax(nodes.name(p.identifier()), type(p.type()), nodes.span(p)))
                .toList();
    }

    @Override
    public Decl visitFaultDecl(BatonParser.FaultDeclContext d) {
        return new Decl.Fault(
                faultKind(d.identifier()), nodes.path(d.path()), expr(d.expr()), nodes.doc(d), nodes.span(d));
    }

    private Protocol.Fault.Kind faultKind(BatonParser.IdentifierContext identifier) {
        List<String> words = new ArrayList<>();
        for (Protocol.Fault.Kind kind : Protocol.Fault.Kind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            if (word.equals(identifier.getText())) {
                return kind;
            }
            words.add(word);
        }
        nodes.problem(
                Code.B0116,
                nodes.span(identifier),
                Spelling.nearest(identifier.getText(), words)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("faults are `" + String.join("`, `", words) + "`"),
                identifier.getText());
        return Protocol.Fault.Kind.CRASH;
    }

    @Override
    public Decl visitPropertyDecl(BatonParser.PropertyDeclContext d) {
        Decl.PropertyWord word =
                Decl.PropertyWord.valueOf(d.getStart().getText().toUpperCase(Locale.ROOT));
        return new Decl.Property(word, nodes.name(d.identifier()), expr(d.expr()), nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitLivenessDecl(BatonParser.LivenessDeclContext d) {
        return new Decl.Liveness(
                nodes.name(d.identifier()), temporals.visit(d.temporal()), nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitTerminalDecl(BatonParser.TerminalDeclContext d) {
        return new Decl.Terminal(expr(d.expr()), nodes.doc(d), nodes.span(d));
    }

    @Override
    public Decl visitRefinesDecl(BatonParser.RefinesDeclContext d) {
        return new Decl.Refines(nodes.name(d.identifier()), settings(d.settings()), nodes.span(d));
    }

    @Override
    public Decl visitCheckDecl(BatonParser.CheckDeclContext d) {
        List<ExpectationSyntax> expectations = new ArrayList<>();
        for (BatonParser.ExpectationContext e : d.expectation()) {
            expectations.add(new ExpectationSyntax(
                    nodes.name(e.identifier()),
                    e.HOLDS() != null ? ExpectationSyntax.Outcome.HOLDS : ExpectationSyntax.Outcome.VIOLATED,
                    nodes.span(e)));
        }
        return new Decl.Check(
                nodes.name(d.verbOrName()),
                d.settings() == null ? List.of() : settings(d.settings()),
                expectations,
                nodes.doc(d),
                nodes.span(d));
    }

    private List<SettingSyntax> settings(BatonParser.SettingsContext settings) {
        return settings.setting().stream()
                .map(s -> new SettingSyntax(nodes.name(s.identifier()), expr(s.expr()), nodes.span(s)))
                .toList();
    }

    private ExprSyntax expr(BatonParser.ExprContext expr) {
        return expressions.expression(expr);
    }

    private Optional<ExprSyntax> optional(BatonParser.@Nullable ExprContext expr) {
        return Optional.ofNullable(expr).map(expressions::expression);
    }

    private TypeSyntax type(BatonParser.TypeContext type) {
        return expressions.types().type(type);
    }
}
