package dev.baton.codegen;

/**
 * A file that was generated.
 *
 * @param path below the source folder, with slashes
 */
public record GeneratedFile(String path, String text) {}
