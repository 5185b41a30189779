package dev.baton.checker.smt.prove;

import dev.baton.checker.process.ServiceProcess;

/**
 * What methods use beside the solver of their own.
 *
 * @param reachable found once, for all that ask
 * @param spacer where Spacer is asked
 */
record Means(ReachableStates reachable, ServiceProcess.Launch spacer) {}
