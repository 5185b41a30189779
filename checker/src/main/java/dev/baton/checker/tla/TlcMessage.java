package dev.baton.checker.tla;

/**
 * A message of TLC in {@code -tool} mode, without the frame.
 *
 * @param code see {@code tlc2.output.EC}
 * @param severity see {@code tlc2.output.MP}: 1 an error, 2 an error of TLC itself, 3 a warning, 4 a state, 0 the rest
 */
record TlcMessage(int code, int severity, String text) {

    /** Whether something is wrong: with the module, or with TLC. */
    boolean error() {
        return severity == 1 || severity == 2;
    }

    /** {@code 12,345 states generated}: the number before some words, or -1. */
    long numberBefore(String words) {
        int end = text.indexOf(" " + words);
        if (end < 0) {
            return -1;
        }
        int start = end;
        while (start > 0 && (Character.isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == ',')) {
            start--;
        }
        String digits = text.substring(start, end).replace(",", "");
        return digits.isEmpty() ? -1 : Long.parseLong(digits);
    }
}
