/** Discord's rules for text: how long it may be and where it can be cut; loads no library. */
@NullMarked
package dev.gatehouse.discord.text;

import org.jspecify.annotations.NullMarked;
