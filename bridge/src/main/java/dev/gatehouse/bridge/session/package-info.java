/** One gateway session as a pure state machine: what happened and the time in, actions out. */
@NullMarked
package dev.gatehouse.bridge.session;

import org.jspecify.annotations.NullMarked;
