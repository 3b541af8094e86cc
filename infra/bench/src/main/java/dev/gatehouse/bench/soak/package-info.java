/** The bridge under load and faults for minutes: whether an event is lost, doubled or overtaken. */
@NullMarked
package dev.gatehouse.bench.soak;

import org.jspecify.annotations.NullMarked;
