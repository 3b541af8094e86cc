/** Gateway sessions: identify, dispatch, resume, compression and faults. */
@NullMarked
package dev.gatehouse.simulator.gateway;

import org.jspecify.annotations.NullMarked;
