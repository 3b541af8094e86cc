/**
 * Runs a function as Lambda does: its real entry point, one event at a time, within its timeout.
 */
@NullMarked
package dev.gatehouse.local.host;

import org.jspecify.annotations.NullMarked;
