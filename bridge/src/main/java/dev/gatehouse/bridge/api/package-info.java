/** The one call to Discord's REST API that the bridge needs. */
@NullMarked
package dev.gatehouse.bridge.api;

import org.jspecify.annotations.NullMarked;
