/** The chat page and the modules that it imports, served from the class path. */
@NullMarked
package dev.gatehouse.simulator.page;

import org.jspecify.annotations.NullMarked;
