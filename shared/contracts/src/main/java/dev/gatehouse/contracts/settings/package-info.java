/** Settings from the environment: read once, checked at once, each error naming its variable. */
@NullMarked
package dev.gatehouse.contracts.settings;

import org.jspecify.annotations.NullMarked;
