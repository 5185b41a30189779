/** Terms as JVM bytecode: guards as a decision tree, methods of a size that the JIT compiles. */
@NullMarked
package dev.baton.checker.explicit.emit;

import org.jspecify.annotations.NullMarked;
