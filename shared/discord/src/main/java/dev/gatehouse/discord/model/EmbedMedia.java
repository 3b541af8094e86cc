package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** A picture or video of an embed, its size in pixels. */
public record EmbedMedia(@Nullable String url, @Nullable Integer width, @Nullable Integer height) {}
