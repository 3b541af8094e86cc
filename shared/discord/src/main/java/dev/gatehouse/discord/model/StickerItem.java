package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A sticker of a message.
 *
 * @see <a href="https://docs.discord.com/developers/resources/sticker#sticker-item-object">Sticker
 *     item</a>
 */
public record StickerItem(@Nullable Snowflake id, @Nullable String name) {}
