/**
 * Whether a log of running code is a behaviour of a protocol: events are explained by steps of the model, in an order
 * that their times allow.
 */
@NullMarked
package dev.baton.validate;

import org.jspecify.annotations.NullMarked;
