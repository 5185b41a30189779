package dev.baton.validate;

/**
 * A line of a log that tells of an event, in Baton's own form.
 *
 * @param number from 1
 * @param time when the event's step began at the earliest, nanoseconds
 * @param text without the time: {@code Sender[0] send if h=2}
 */
record LogLine(long number, long time, String text) {}
