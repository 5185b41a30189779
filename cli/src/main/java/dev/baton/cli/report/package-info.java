/** What came of a run of checks: as a table and texts for people, as JSON, as JUnit's XML, as files of traces. */
@NullMarked
package dev.baton.cli.report;

import org.jspecify.annotations.NullMarked;
