/** The JSON form of queue messages; the golden files of its tests are the wire format. */
@NullMarked
package dev.gatehouse.codec;

import org.jspecify.annotations.NullMarked;
