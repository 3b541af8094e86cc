/** The contract of leases, over whichever table. */
@NullMarked
package dev.gatehouse.testkit.lease;

import org.jspecify.annotations.NullMarked;
