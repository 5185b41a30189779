/*
 * The text of Baton. docs/language.md has the same in EBNF for readers.
 *
 * Before this parser sees the tokens, dev.baton.dsl.parse.Retyper gives some of them another type, so that it need
 * not guess:
 *   HEAD_BRACE      the `{` that ends the head of an `if`, `while`, `for`, `match`, `when`, `on`: never a record's
 *   IN_STATE        the `in` of `in STATE { … }`: never the operator
 *   LEADING_FORALL  one in front of a liveness property: what follows it is temporal
 * and splits the `>=` of `set<T>=` in two.
 */
grammar Baton;

tokens { HEAD_BRACE, IN_STATE, LEADING_FORALL }

// ---------------------------------------------------------------------------------------------------------- files

file: header (declaration | SEMI)* EOF;

header: PROTOCOL identifier;

declaration:
    IMPORT STRING                                                                       # importDecl
    | PARAM identifier COLON type (ASSIGN expr)?                                        # paramDecl
    | CONST identifier ASSIGN expr                                                      # constDecl
    | ENUM identifier LBRACE (enumMember (COMMA enumMember)* COMMA?)? RBRACE            # enumDecl
    | RECORD identifier fields                                                          # recordDecl
    | MESSAGE identifier fields?                                                        # messageDecl
    | INDEX identifier LBRACKET expr RBRACKET                                           # indexDecl
    | RESOURCE identifier LBRACKET expr RBRACKET (OWNED BY expr)?                       # resourceDecl
    | MEMORY (variable | memoryModel? LBRACE (variable | SEMI)* RBRACE)                 # memoryDecl
    | CHANNEL identifier COLON identifier arrow identifier CARRIES type channelKind? (CAPACITY expr)? # channelDecl
    | IPI identifier TO identifier ipiOption*                                           # ipiDecl
    | actorWord identifier (LBRACKET expr RBRACKET)? actorOption* actorBody             # actorDecl
    | FN identifier LPAREN (parameter (COMMA parameter)* COMMA?)? RPAREN COLON type ASSIGN expr # fnDecl
    | PROC identifier LPAREN (parameter (COMMA parameter)* COMMA?)? RPAREN block        # procDecl
    | FAULT identifier path AT MOST expr                                                # faultDecl
    | (INVARIANT | LEMMA | STEP | COVER) identifier COLON expr                          # propertyDecl
    | LIVENESS identifier COLON temporal                                                # livenessDecl
    | TERMINAL expr                                                                     # terminalDecl
    | REFINES identifier WITH LBRACE settings RBRACE                                    # refinesDecl
    | CHECK verbOrName (LBRACE settings RBRACE)? (EXPECT expectation (COMMA expectation)*)? # checkDecl
    ;

enumMember: identifier;

fields: LBRACE (field (COMMA field)* COMMA?)? RBRACE;

field: verbOrName COLON type;

memoryModel: SC | (TSO | RELAXED) (LPAREN expr RPAREN)?;

arrow: ARROW | BOTH_WAYS;

channelKind: FIFO | UNORDERED | LATEST;

ipiOption: NMI | QUEUED expr | UNORDERED;

actorWord: KERNEL | CORE | ENVIRONMENT;

actorOption: ON CORE expr | INITIALLY OFF;

parameter: identifier COLON type;

settings: (setting (COMMA setting)* COMMA?)?;

setting: identifier ASSIGN expr;

expectation: identifier (HOLDS | VIOLATED);

temporal:
    LEADING_FORALL binders COLON temporal                                                       # forallTemporal
    | EVENTUALLY ALWAYS expr                                                            # eventuallyAlways
    | EVENTUALLY expr                                                                   # eventually
    | ALWAYS EVENTUALLY expr                                                            # alwaysEventually
    | expr (LEADS TO expr | UNTIL expr)                                                 # leadsToOrUntil
    ;

// --------------------------------------------------------------------------------------------------------- actors

actorBody: (LBRACE | HEAD_BRACE) (member | SEMI)* RBRACE;

member:
    VAR variable                                                                        # varMember
    | strength? TASK verbOrName (ON CORE expr)? block                                   # taskMember
    | strength? INTERRUPT identifier (ON CORE expr)? block                              # interruptMember
    | strength? ACTION verbOrName (LPAREN binders? RPAREN)? guard? block                # actionMember
    | strength? ON path LPAREN pattern RPAREN (FROM identifier)? guard? block           # onMember
    | STATES enumMember (COMMA enumMember)*                                             # statesMember
    | (IN | IN_STATE) identifier actorBody                                              # inStateMember
    ;

strength: STRONG | UNFAIR;

guard: WHEN expr;

variable: identifier (LBRACKET type RBRACKET)* COLON type (ASSIGN expr)?;

// ----------------------------------------------------------------------------------------------------- statements

block: (LBRACE | HEAD_BRACE) (statement | SEMI)* RBRACE;

statement:
    identifier COLON statement                                                          # labelledStmt
    | place (ASSIGN | PLUS_ASSIGN | MINUS_ASSIGN) expr                                  # assignStmt
    | identifier arguments                                                              # callStmt
    | LET identifier ASSIGN expr                                                        # letStmt
    | VAR variable                                                                      # varStmt
    | IF test block (ELSE (otherwiseIf | block))?                                       # ifStmt
    | WHILE test block                                                                  # whileStmt
    | LOOP block                                                                        # loopStmt
    | FOR identifier IN expr block                                                      # forStmt
    | MATCH expr (LBRACE | HEAD_BRACE) (arm | SEMI)* RBRACE                             # matchStmt
    | AWAIT test                                                                        # awaitStmt
    | EITHER block (OR block)+                                                          # eitherStmt
    | CHOOSE identifier IN expr                                                         # chooseStmt
    | SEND path LPAREN expr RPAREN (TO expr)? (ELSE block)?                             # sendStmt
    | RECEIVE path LPAREN pattern RPAREN (FROM identifier)?                             # receiveStmt
    | RAISE identifier (TO expr)?                                                       # raiseStmt
    | MASK identifier                                                                   # maskStmt
    | UNMASK identifier                                                                 # unmaskStmt
    | FENCE                                                                             # fenceStmt
    | START expr                                                                        # startStmt
    | HALT                                                                              # haltStmt
    | USE expr                                                                          # useStmt
    | GIVE expr TO expr                                                                 # giveStmt
    | TAKE expr                                                                         # takeStmt
    | RELEASE expr (ASSIGN expr)?                                                       # releaseStmt
    | ASSERT expr                                                                       # assertStmt
    | ATOMIC block                                                                      # atomicStmt
    | SKIP_                                                                             # skipStmt
    | BREAK                                                                             # breakStmt
    | CONTINUE                                                                          # continueStmt
    | RETURN                                                                            # returnStmt
    | GOTO identifier                                                                   # gotoStmt
    ;

otherwiseIf: IF test block (ELSE (otherwiseIf | block))?;

place: identifier (DOT verbOrName | LBRACKET expr RBRACKET)*;

test: (pattern ASSIGN)? expr;

arm: (ELSE | pattern) FAT_ARROW (block | statement) COMMA?;

pattern:
    SOME LPAREN identifier RPAREN                                                       # somePattern
    | NONE                                                                              # nonePattern
    | identifier LBRACE (fieldPattern (COMMA fieldPattern)* COMMA?)? RBRACE             # fieldsPattern
    // On one line, or `await ready` and the `slot = 1` below it would be a pattern.
    | {_input.LT(1).getLine() == _input.LT(2).getLine()}? identifier identifier         # boundPattern
    | identifier                                                                        # namedPattern
    | MINUS? INT                                                                        # intPattern
    | (TRUE | FALSE)                                                                    # truthPattern
    ;

fieldPattern: verbOrName (COLON identifier)?;

path: identifier (DOT identifier)?;

// ---------------------------------------------------------------------------------------------------- expressions

// Tightest first. Comparisons do not chain: ExprBuilder says so.
expr:
    primary                                                                             # primaryExpr
    | expr DOT verbOrName                                                               # dotExpr
    | expr LBRACKET expr RBRACKET                                                       # indexExpr
    | expr BANG                                                                         # unwrapExpr
    | expr PRIME                                                                        # primedExpr
    | expr WITH LBRACE (change (COMMA change)* COMMA?)? RBRACE                          # withExpr
    | MINUS expr                                                                        # negateExpr
    | expr (STAR | SLASH | PERCENT) expr                                                # timesExpr
    | expr (PLUS | MINUS) expr                                                          # plusExpr
    | expr DOT_DOT expr                                                                 # rangeExpr
    | expr (UNION | INTERSECT | SET_MINUS) expr                                         # unionExpr
    | expr (EQ | NE | LT | LE | GT | GE | IN | SUBSET) expr                             # compareExpr
    | expr IS (identifier | SOME | NONE)                                                # isExpr
    | NOT expr                                                                          # notExpr
    | expr AND expr                                                                     # andExpr
    | expr OR expr                                                                      # orExpr
    | <assoc = right> expr IMPLIES expr                                                 # impliesExpr
    | IF expr THEN expr ELSE expr                                                       # ifExpr
    | quantifier binders COLON expr                                                     # quantifiedExpr
    ;

primary:
    INT                                                                                 # intPrimary
    | (TRUE | FALSE)                                                                    # truthPrimary
    | SELF                                                                              # selfPrimary
    | NONE                                                                              # nonePrimary
    | SOME LPAREN expr RPAREN                                                           # somePrimary
    | ALL LPAREN type RPAREN                                                            # allPrimary
    | BOOL                                                                              # boolPrimary
    | identifier arguments                                                              # callPrimary
    | identifier LBRACE (fieldValue (COMMA fieldValue)* COMMA?)? RBRACE                 # makePrimary
    | identifier                                                                        # namePrimary
    | LPAREN expr RPAREN                                                                # parenthesised
    | LBRACE (expr (WHERE expr | FOR binders | (COMMA expr)* COMMA?))? RBRACE           # setPrimary
    | LBRACKET (expr (COLON expr | (COMMA expr)* COMMA?))? RBRACKET                     # seqPrimary
    ;

arguments: LPAREN (expr (COMMA expr)* COMMA?)? RPAREN;

fieldValue: verbOrName COLON expr;

change: verbOrName ASSIGN expr;

quantifier: FORALL | EXISTS | COUNT | SUM | MIN | MAX;

binders: binder (COMMA binder)*;

binder: identifier (COMMA identifier)* IN expr;

// ---------------------------------------------------------------------------------------------------------- types

type: optionType (BAR optionType)*;

optionType: primaryType QUESTION*;

primaryType:
    BOOL                                                                                # boolType
    | SET LT type GT                                                                    # setType
    | SEQ LT type COMMA bound GT                                                        # seqType
    | bound DOT_DOT (bound | STAR)                                                      # rangeType
    | identifier                                                                        # namedType
    | LPAREN type RPAREN                                                                # parenthesisedType
    ;

// What may stand in a type: no comparison, whose `>` would be taken for the end of `seq<T, n>`.
bound:
    INT                                                                                 # intBound
    | identifier arguments                                                              # callBound
    | identifier                                                                        # nameBound
    | LPAREN bound RPAREN                                                               # parenthesisedBound
    | MINUS bound                                                                       # negateBound
    | bound (STAR | SLASH | PERCENT) bound                                              # timesBound
    | bound (PLUS | MINUS) bound                                                        # plusBound
    ;

// ---------------------------------------------------------------------------------------------------------- names

// Words that mean something in one place only may be names.
identifier:
    IDENT
    | AT | BY | CAPACITY | CARRIES | CORE | COUNT | FIFO | FROM | HOLDS | INDEX | INITIALLY | LATEST | LEADS | MAX
    | MESSAGE | MIN | MOST | NMI | OFF | OWNED | QUEUED | RELAXED | SC | SEQ | SET | STEP | SUM | TO | TSO | UNORDERED
    | UNTIL | VIOLATED;

// Tasks, actions, checks, fields and whatever stands behind a dot may also be called like a statement.
verbOrName:
    identifier
    | ASSERT | ATOMIC | AWAIT | BREAK | CHOOSE | CONTINUE | FENCE | GIVE | GOTO | HALT | LOOP | MASK | MATCH | RAISE
    | RECEIVE | RELEASE | RETURN | SEND | SKIP_ | START | TAKE | UNMASK | USE;

// --------------------------------------------------------------------------------------------------------- tokens

ACTION: 'action';
ALL: 'all';
ALWAYS: 'always';
AND: 'and';
ASSERT: 'assert';
AT: 'at';
ATOMIC: 'atomic';
AWAIT: 'await';
BOOL: 'bool';
BREAK: 'break';
BY: 'by';
CAPACITY: 'capacity';
CARRIES: 'carries';
CHANNEL: 'channel';
CHECK: 'check';
CHOOSE: 'choose';
CONST: 'const';
CONTINUE: 'continue';
CORE: 'core';
COUNT: 'count';
COVER: 'cover';
EITHER: 'either';
ELSE: 'else';
ENUM: 'enum';
ENVIRONMENT: 'environment';
EVENTUALLY: 'eventually';
EXISTS: 'exists';
EXPECT: 'expect';
FALSE: 'false';
FAULT: 'fault';
FENCE: 'fence';
FIFO: 'fifo';
FN: 'fn';
FOR: 'for';
FORALL: 'forall';
FROM: 'from';
GIVE: 'give';
GOTO: 'goto';
HALT: 'halt';
HOLDS: 'holds';
IF: 'if';
IMPLIES: 'implies';
IMPORT: 'import';
IN: 'in';
INDEX: 'index';
INITIALLY: 'initially';
INTERRUPT: 'interrupt';
INTERSECT: 'intersect';
INVARIANT: 'invariant';
IPI: 'ipi';
IS: 'is';
KERNEL: 'kernel';
LATEST: 'latest';
LEADS: 'leads';
LEMMA: 'lemma';
LET: 'let';
LIVENESS: 'liveness';
LOOP: 'loop';
MASK: 'mask';
MATCH: 'match';
MAX: 'max';
MEMORY: 'memory';
MESSAGE: 'message';
MIN: 'min';
MOST: 'most';
NMI: 'nmi';
NONE: 'none';
NOT: 'not';
OFF: 'off';
ON: 'on';
OR: 'or';
OWNED: 'owned';
PARAM: 'param';
PROC: 'proc';
PROTOCOL: 'protocol';
QUEUED: 'queued';
RAISE: 'raise';
RECEIVE: 'receive';
RECORD: 'record';
REFINES: 'refines';
RELAXED: 'relaxed';
RELEASE: 'release';
RESOURCE: 'resource';
RETURN: 'return';
SC: 'sc';
SELF: 'self';
SEND: 'send';
SEQ: 'seq';
SET: 'set';
SET_MINUS: 'minus';
SKIP_: 'skip';
SOME: 'some';
START: 'start';
STATES: 'states';
STEP: 'step';
STRONG: 'strong';
SUBSET: 'subset';
SUM: 'sum';
TAKE: 'take';
TASK: 'task';
TERMINAL: 'terminal';
THEN: 'then';
TO: 'to';
TRUE: 'true';
TSO: 'tso';
UNFAIR: 'unfair';
UNION: 'union';
UNMASK: 'unmask';
UNORDERED: 'unordered';
UNTIL: 'until';
USE: 'use';
VAR: 'var';
VIOLATED: 'violated';
WHEN: 'when';
WHERE: 'where';
WHILE: 'while';
WITH: 'with';

IDENT: [A-Za-z_] [A-Za-z0-9_]*;
INT: '0' [xX] [0-9a-fA-F]+ | [0-9]+;
STRING: '"' ~["\r\n]* '"';

LBRACE: '{';
RBRACE: '}';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
COMMA: ',';
SEMI: ';';
COLON: ':';
DOT: '.';
DOT_DOT: '..';
QUESTION: '?';
BANG: '!';
PRIME: '\'';
BAR: '|';
ARROW: '->';
BOTH_WAYS: '<->';
FAT_ARROW: '=>';
ASSIGN: '=';
PLUS_ASSIGN: '+=';
MINUS_ASSIGN: '-=';
EQ: '==';
NE: '!=';
LT: '<';
LE: '<=';
GT: '>';
GE: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';

// Operators of other languages: Slips says what to write instead.
FOREIGN: '&&' | '||' | '/\\' | '\\/' | '++' | '--' | '*=' | '/=' | ':=' | '===' | '!==' | '<>' | '=<' | '~' | '\\in';

DOC_COMMENT: '///' ~[\r\n]* -> channel(HIDDEN);
LINE_COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'+ '/' -> channel(HIDDEN);
OPEN_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'* -> channel(HIDDEN);
OPEN_STRING: '"' ~["\r\n]*;
BLANK: [ \t\r\n\f]+ -> skip;
OTHER: . -> channel(HIDDEN);
