/** Finds the few fields of a gateway frame that routing needs, in its bytes, without parsing it. */
@NullMarked
package dev.gatehouse.bridge.scan;

import org.jspecify.annotations.NullMarked;
