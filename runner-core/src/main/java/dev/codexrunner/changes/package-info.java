/** What a run has really changed in the agent's folders, found by comparing the files before and after it. */
@org.jspecify.annotations.NullMarked
package dev.codexrunner.changes;
