/** Discord's REST API, version 10. */
@NullMarked
package dev.gatehouse.simulator.rest;

import org.jspecify.annotations.NullMarked;
