/** Workers that die at a chosen call of their ports. */
@NullMarked
package dev.gatehouse.testkit.crash;

import org.jspecify.annotations.NullMarked;
