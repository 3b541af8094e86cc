/**
 * Discord's objects as records: unknown fields are ignored, unknown values keep their number, and
 * what is absent or null becomes empty or null; free of any library.
 */
@NullMarked
package dev.gatehouse.discord.model;

import org.jspecify.annotations.NullMarked;
