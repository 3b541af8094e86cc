/** A secret store in memory. */
@NullMarked
package dev.gatehouse.testkit.secrets;

import org.jspecify.annotations.NullMarked;
