package dev.baton.checker.smt.horn;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Fixedpoint;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Global;
import com.microsoft.z3.Params;
import com.microsoft.z3.Sort;
import com.microsoft.z3.Z3Exception;
import dev.baton.checker.process.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spacer in a process of its own. A question is a {@link HornText}; an answer is a word and a line's end, and then
 *
 * <ul>
 *   <li>after {@code unsat}: a script whose assertions say for which states {@code reached} is true, or nothing of them
 *   <li>after {@code sat}: a script whose assertions are of states that are reached, one of them bad
 *   <li>after {@code unknown}: why
 * </ul>
 */
final class SpacerMain {
    private SpacerMain() {}

    /** @param arguments how much Z3 may take, in MB */
    public static void main(String[] arguments) {
        Global.setParameter("memory_max_size", arguments[0]);
        Service.serve(SpacerMain::answer);
    }

    private static String answer(String question) {
        try (Context context = new Context(Map.of())) {
            return answer(context, context.parseSMTLIB2String(question, null, null, null, null));
        } catch (Z3Exception e) {
            String said = String.valueOf(e.getMessage());
            return "unknown\n" + (said.matches("(?i).*(memory|allocation).*") ? "memory: Z3 needs more" : said);
        }
    }

    private static String answer(Context context, BoolExpr[] rules) {
        Fixedpoint horn = context.mkFixedpoint();
        Params params = context.mkParams();
        params.add("engine", context.mkSymbol("spacer"));
        params.add("spacer.global", true);
        // else the relation loses arguments, and what is proved can't be read back
        params.add("xform.slice", false);
        params.add("xform.inline_linear", false);
        params.add("xform.inline_eager", false);
        horn.setParameters(params);
        FuncDecl<?> reached = rules[0].getFuncDecl();
        FuncDecl<BoolSort> failed = context.mkFuncDecl(HornText.FAILED, new Sort[0], context.mkBoolSort());
        horn.registerRelation(truth(context, reached));
        horn.registerRelation(failed);
        for (int i = 0; i < rules.length; i++) {
            horn.addRule(rules[i], context.mkSymbol("rule" + i));
        }
        return switch (horn.query(queries(failed))) {
            case UNSATISFIABLE -> "unsat\n" + script(context, List.of(horn.getAnswer()));
            case SATISFIABLE -> "sat\n" + script(context, reachedStates(horn.getAnswer(), reached));
            case UNKNOWN -> "unknown\n" + horn.getReasonUnknown();
        };
    }

    private static FuncDecl<BoolSort> truth(Context context, FuncDecl<?> like) {
        return context.mkFuncDecl(like.getName(), like.getDomain(), context.mkBoolSort());
    }

    @SuppressWarnings("unchecked") // there are no arrays of generic types
    private static FuncDecl<BoolSort>[] queries(FuncDecl<BoolSort> relation) {
        return (FuncDecl<BoolSort>[]) new FuncDecl<?>[] {relation};
    }

    private static String script(Context context, List<Expr<?>> facts) {
        BoolExpr[] all = facts.stream().map(BoolExpr.class::cast).toArray(BoolExpr[]::new);
        return context.benchmarkToSMTString("", "", "unknown", "", all, context.mkTrue());
    }

    /** Those that the derivation of a bad state speaks of. */
    private static List<Expr<?>> reachedStates(Expr<?> derivation, FuncDecl<?> reached) {
        Set<Expr<?>> states = new LinkedHashSet<>();
        Set<Expr<?>> seen = new HashSet<>();
        Deque<Expr<?>> open = new ArrayDeque<>(List.of(derivation));
        while (!open.isEmpty()) {
            Expr<?> expr = open.remove();
            if (seen.add(expr) && expr.isApp()) {
                if (expr.getFuncDecl().equals(reached)) {
                    states.add(expr);
                } else {
                    open.addAll(List.of(expr.getArgs()));
                }
            }
        }
        return List.copyOf(states);
    }
}
