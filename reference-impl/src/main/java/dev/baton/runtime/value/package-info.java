/** Values of protocols as generated code holds them: immutable, and each with a code that is a {@code long}. */
package dev.baton.runtime.value;
