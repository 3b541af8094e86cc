/** Drops what nobody consumes before it costs money. */
@NullMarked
package dev.gatehouse.bridge.filter;

import org.jspecify.annotations.NullMarked;
