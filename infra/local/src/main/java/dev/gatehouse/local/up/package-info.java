/** {@code up}: simulator, bridge and cloud half together on one machine. */
@NullMarked
package dev.gatehouse.local.up;

import org.jspecify.annotations.NullMarked;
