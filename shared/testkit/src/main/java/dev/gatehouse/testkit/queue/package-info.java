/** A FIFO queue in memory, and the contract that every queue keeps. */
@NullMarked
package dev.gatehouse.testkit.queue;

import org.jspecify.annotations.NullMarked;
