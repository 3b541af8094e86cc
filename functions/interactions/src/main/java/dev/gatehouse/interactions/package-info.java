/** The interactions function: verify, enqueue, acknowledge. */
@NullMarked
package dev.gatehouse.interactions;

import org.jspecify.annotations.NullMarked;
