/** The assistant on ports in memory, for the tests of this module and of the ways in. */
@NullMarked
package dev.gatehouse.assistant.testing;

import org.jspecify.annotations.NullMarked;
