package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.HARD;
import static dev.baton.dsl.format.Doc.LINE;
import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;
import static dev.baton.dsl.format.Doc.nest;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.parse.ParsedText;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** How a file and its declarations are written. */
final class DeclLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;
    private final Blocks blocks;
    private final ExprLayout expressions;
    private final StmtLayout statements;
    private final MemberLayout members;
    private final ListLayout lists;
    private final PropertyLayout properties;

    private DeclLayout(TokenDocs tokens) {
        this.tokens = tokens;
        this.blocks = new Blocks(tokens);
        this.expressions = new ExprLayout(tokens);
        this.statements = new StmtLayout(tokens, expressions, blocks);
        this.members = new MemberLayout(tokens, expressions, statements, blocks);
        this.lists = new ListLayout(tokens);
        this.properties = new PropertyLayout(tokens, expressions);
    }

    /** The whole file; the last line has no end. */
    static Doc layout(ParsedText text) {
        return new DeclLayout(new TokenDocs(text)).file(text.tree());
    }

    /** Actors and procedures stand between blank lines, the rest as the writer grouped it. */
    private Doc file(BatonParser.FileContext file) {
        BatonParser.HeaderContext header = file.header();
        List<Doc> all = new ArrayList<>();
        all.add(concat(tokens.of(header.PROTOCOL()), SPACE, tokens.of(header.identifier())));
        boolean apart = true;
        for (BatonParser.DeclarationContext declaration : file.declaration()) {
            Doc gap = tokens.gap(declaration);
            boolean wide = standsApart(declaration);
            all.add(apart || wide ? concat(HARD, HARD) : gap);
            all.add(tokens.commentsBefore(declaration));
            all.add(visit(declaration));
            apart = wide;
        }
        Doc gap = tokens.gapBefore(file.EOF().getSymbol());
        List<Doc> dangling = tokens.dangling(file.EOF().getSymbol());
        if (!dangling.isEmpty()) {
            all.add(gap);
            all.addAll(dangling);
        }
        return concat(all);
    }

    private static boolean standsApart(BatonParser.DeclarationContext declaration) {
        return declaration instanceof BatonParser.ActorDeclContext
                || declaration instanceof BatonParser.ProcDeclContext;
    }

    /** Most declarations. */
    @Override
    public Doc visitChildren(RuleNode node) {
        return words((ParserRuleContext) node);
    }

    /**
     * Words and what is between them with one blank between each two, but none before {@code :} and around {@code []}.
     */
    private Doc words(ParserRuleContext declaration) {
        List<Doc> all = new ArrayList<>();
        boolean glued = true;
        for (ParseTree child : declaration.children) {
            int type = child instanceof TerminalNode sign ? sign.getSymbol().getType() : 0;
            boolean sticks = type == BatonParser.COLON || type == BatonParser.LBRACKET || type == BatonParser.RBRACKET;
            if (!glued && !sticks) {
                all.add(SPACE);
            }
            all.add(part(child));
            glued = type == BatonParser.LBRACKET;
        }
        return concat(all);
    }

    private Doc part(ParseTree child) {
        return switch (child) {
            case TerminalNode word -> tokens.of(word);
            case BatonParser.ExprContext expr -> expressions.hanging(expr, 2);
            case BatonParser.TypeContext type -> nest(2, expressions.type(type));
            case BatonParser.IdentifierContext name -> tokens.of(name);
            case BatonParser.PathContext path -> tokens.of(path);
            case BatonParser.IpiOptionContext option -> words(option);
            case BatonParser.FieldsContext fields -> visit(fields);
            default -> throw new AssertionError("no layout: " + child.getClass());
        };
    }

    @Override
    public Doc visitRecordDecl(BatonParser.RecordDeclContext d) {
        return wordsAndBraces(d.RECORD(), d.identifier(), d.fields());
    }

    @Override
    public Doc visitMessageDecl(BatonParser.MessageDeclContext d) {
        return d.fields() == null ? words(d) : wordsAndBraces(d.MESSAGE(), d.identifier(), d.fields());
    }

    private Doc wordsAndBraces(TerminalNode word, ParserRuleContext name, BatonParser.FieldsContext fields) {
        return concat(tokens.of(word), SPACE, tokens.of(name), SPACE, visit(fields));
    }

    @Override
    public Doc visitFields(BatonParser.FieldsContext f) {
        return braces(f.LBRACE(), f.field(), f.COMMA(), f.RBRACE());
    }

    @Override
    public Doc visitField(BatonParser.FieldContext field) {
        return concat(tokens.of(field.verbOrName()), tokens.of(field.COLON()), SPACE, expressions.type(field.type()));
    }

    @Override
    public Doc visitEnumDecl(BatonParser.EnumDeclContext d) {
        Doc head = concat(tokens.of(d.ENUM()), SPACE, tokens.of(d.identifier()), SPACE);
        return concat(head, braces(d.LBRACE(), d.enumMember(), d.COMMA(), d.RBRACE()));
    }

    @Override
    public Doc visitEnumMember(BatonParser.EnumMemberContext member) {
        return tokens.of(member);
    }

    /** Stays broken if the writer had a line end behind the opening brace. */
    private Doc braces(
            TerminalNode open,
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            TerminalNode close) {
        boolean broken = !elements.isEmpty()
                && elements.getFirst().getStart().getLine() > open.getSymbol().getLine();
        return lists.braces(open, elements, commas, close, broken, this::visit);
    }

    @Override
    public Doc visitMemoryDecl(BatonParser.MemoryDeclContext d) {
        Doc word = concat(tokens.of(d.MEMORY()), SPACE);
        if (d.LBRACE() == null) {
            return concat(word, statements.variable(d.variable(0)));
        }
        Doc model = d.memoryModel() == null ? Doc.EMPTY : concat(model(d.memoryModel()), SPACE);
        boolean oneLine = Blocks.oneLine(d.LBRACE(), d.RBRACE());
        Doc all =
                concat(word, model, blocks.block(d.LBRACE(), d.variable(), d.RBRACE(), oneLine, statements::variable));
        return oneLine ? group(all) : all;
    }

    private Doc model(BatonParser.MemoryModelContext model) {
        List<Doc> all = new ArrayList<>();
        for (ParseTree child : model.children) {
            all.add(child instanceof TerminalNode sign ? tokens.of(sign) : expressions.visit(child));
        }
        return concat(all);
    }

    @Override
    public Doc visitChannelDecl(BatonParser.ChannelDeclContext d) {
        Doc head = concat(
                tokens.of(d.CHANNEL()),
                SPACE,
                tokens.of(d.identifier(0)),
                tokens.of(d.COLON()),
                SPACE,
                tokens.of(d.identifier(1)),
                SPACE,
                tokens.of(d.arrow()),
                SPACE,
                tokens.of(d.identifier(2)));
        List<Doc> rest = new ArrayList<>();
        rest.addAll(List.of(LINE, tokens.of(d.CARRIES()), SPACE, nest(2, expressions.type(d.type()))));
        if (d.channelKind() != null) {
            rest.addAll(List.of(LINE, tokens.of(d.channelKind())));
        }
        if (d.CAPACITY() != null) {
            rest.addAll(List.of(LINE, tokens.of(d.CAPACITY()), SPACE, expressions.hanging(d.expr(), 2)));
        }
        return group(head, nest(2, concat(rest)));
    }

    @Override
    public Doc visitActorDecl(BatonParser.ActorDeclContext d) {
        List<Doc> head = new ArrayList<>(List.of(tokens.of(d.actorWord()), SPACE, tokens.of(d.identifier())));
        if (d.expr() != null) {
            head.add(tokens.of(d.LBRACKET()));
            head.add(expressions.visit(d.expr()));
            head.add(tokens.of(d.RBRACKET()));
        }
        for (BatonParser.ActorOptionContext option : d.actorOption()) {
            head.add(
                    option.ON() != null
                            ? members.onCore(option.ON(), option.CORE(), option.expr())
                            : concat(SPACE, tokens.of(option.INITIALLY()), SPACE, tokens.of(option.OFF())));
        }
        return members.actor(concat(head), d.actorBody());
    }

    @Override
    public Doc visitFnDecl(BatonParser.FnDeclContext d) {
        Doc head = concat(
                tokens.of(d.FN()),
                SPACE,
                tokens.of(d.identifier()),
                parameters(d.LPAREN(), d.parameter(), d.COMMA(), d.RPAREN()),
                tokens.of(d.COLON()),
                SPACE,
                expressions.type(d.type()),
                SPACE,
                tokens.of(d.ASSIGN()));
        return group(head, nest(2, LINE, expressions.expression(d.expr())));
    }

    @Override
    public Doc visitProcDecl(BatonParser.ProcDeclContext d) {
        Doc head = concat(
                tokens.of(d.PROC()),
                SPACE,
                tokens.of(d.identifier()),
                parameters(d.LPAREN(), d.parameter(), d.COMMA(), d.RPAREN()),
                SPACE);
        boolean oneLine = Blocks.oneLine(StmtLayout.open(d.block()), d.block().RBRACE());
        Doc all = concat(head, statements.block(d.block(), oneLine));
        return oneLine ? group(all) : all;
    }

    private Doc parameters(
            TerminalNode open,
            List<BatonParser.ParameterContext> parameters,
            List<TerminalNode> commas,
            TerminalNode close) {
        return lists.list(open, parameters, commas, close, this::visit);
    }

    @Override
    public Doc visitParameter(BatonParser.ParameterContext parameter) {
        return concat(
                tokens.of(parameter.identifier()),
                tokens.of(parameter.COLON()),
                SPACE,
                expressions.type(parameter.type()));
    }

    @Override
    public Doc visitPropertyDecl(BatonParser.PropertyDeclContext d) {
        return properties.visit(d);
    }

    @Override
    public Doc visitTerminalDecl(BatonParser.TerminalDeclContext d) {
        return properties.visit(d);
    }

    @Override
    public Doc visitLivenessDecl(BatonParser.LivenessDeclContext d) {
        return properties.visit(d);
    }

    @Override
    public Doc visitRefinesDecl(BatonParser.RefinesDeclContext d) {
        Doc head = concat(tokens.of(d.REFINES()), SPACE, tokens.of(d.identifier()), SPACE, tokens.of(d.WITH()), SPACE);
        return concat(
                head, braces(d.LBRACE(), d.settings().setting(), d.settings().COMMA(), d.RBRACE()));
    }

    @Override
    public Doc visitCheckDecl(BatonParser.CheckDeclContext d) {
        List<Doc> all = new ArrayList<>(List.of(tokens.of(d.CHECK()), SPACE, tokens.of(d.verbOrName())));
        if (d.settings() != null) {
            all.add(SPACE);
            all.add(braces(d.LBRACE(), d.settings().setting(), d.settings().COMMA(), d.RBRACE()));
        }
        if (d.EXPECT() == null) {
            return concat(all);
        }
        Doc word = concat(tokens.of(d.EXPECT()), SPACE);
        List<Doc> expectations = new ArrayList<>();
        for (int i = 0; i < d.expectation().size(); i++) {
            BatonParser.ExpectationContext e = d.expectation(i);
            expectations.add(concat(tokens.of(e.identifier()), SPACE, tokens.of(e.getStop())));
            if (i < d.COMMA().size()) {
                expectations.add(tokens.of(d.COMMA(i)));
                expectations.add(LINE);
            }
        }
        return group(concat(all), nest(2, LINE, word, group(nest(2, concat(expectations)))));
    }
}
