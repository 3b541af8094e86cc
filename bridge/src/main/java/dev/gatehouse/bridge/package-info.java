/** Keeps a bot's gateway sessions alive and puts every event on a queue. */
@NullMarked
package dev.gatehouse.bridge;

import org.jspecify.annotations.NullMarked;
