/** When to try again what has failed. */
@NullMarked
package dev.gatehouse.contracts.retry;

import org.jspecify.annotations.NullMarked;
