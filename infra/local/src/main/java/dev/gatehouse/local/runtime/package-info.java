/** Lambda's Runtime API on loopback, for a packaged function in a process of its own. */
@NullMarked
package dev.gatehouse.local.runtime;

import org.jspecify.annotations.NullMarked;
