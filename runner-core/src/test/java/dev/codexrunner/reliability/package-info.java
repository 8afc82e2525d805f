/** What tests tell of the faults they made, for docs/reliability.md. */
@org.jspecify.annotations.NullMarked
package dev.codexrunner.reliability;
