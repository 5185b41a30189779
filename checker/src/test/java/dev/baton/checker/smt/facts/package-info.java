@NullMarked
package dev.baton.checker.smt.facts;

import org.jspecify.annotations.NullMarked;
