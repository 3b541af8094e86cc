/** Writes the queue's JSON around a payload that is spliced in untouched. */
@NullMarked
package dev.gatehouse.bridge.envelope;

import org.jspecify.annotations.NullMarked;
