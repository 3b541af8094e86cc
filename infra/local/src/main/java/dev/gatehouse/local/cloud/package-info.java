/** The cloud half, put together: emulators, functions with their triggers, and the HTTP API. */
@NullMarked
package dev.gatehouse.local.cloud;

import org.jspecify.annotations.NullMarked;
