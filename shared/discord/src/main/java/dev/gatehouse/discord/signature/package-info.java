/** Decides whether a request really comes from Discord, and only once; loads no JSON library. */
@NullMarked
package dev.gatehouse.discord.signature;

import org.jspecify.annotations.NullMarked;
