/** Discord's objects from and to JSON: the only place where Jackson meets the model. */
@NullMarked
package dev.gatehouse.discord.json;

import org.jspecify.annotations.NullMarked;
