/** Waits on conditions, and a clock that stands still until a test moves it. */
@NullMarked
package dev.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
