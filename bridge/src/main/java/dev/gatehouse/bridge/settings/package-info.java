/** What the environment tells the bridge, checked at the start. */
@NullMarked
package dev.gatehouse.bridge.settings;

import org.jspecify.annotations.NullMarked;
