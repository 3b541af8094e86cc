/**
 * The one call to Discord's REST API that the bridge needs, with an answer of its own: the REST
 * client and models of shared/discord need data binding, which the bridge does without.
 */
@NullMarked
package dev.gatehouse.bridge.api;

import org.jspecify.annotations.NullMarked;
