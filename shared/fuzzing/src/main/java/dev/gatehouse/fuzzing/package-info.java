/** The seeds of property tests: fixed ones for a test run, fresh ones for a fuzzing run. */
@NullMarked
package dev.gatehouse.fuzzing;

import org.jspecify.annotations.NullMarked;
