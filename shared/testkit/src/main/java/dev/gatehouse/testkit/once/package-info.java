/** The contract of claims, over whichever table. */
@NullMarked
package dev.gatehouse.testkit.once;

import org.jspecify.annotations.NullMarked;
