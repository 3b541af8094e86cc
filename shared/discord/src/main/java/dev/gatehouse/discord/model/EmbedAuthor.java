package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** Who an embed names as its author. */
public record EmbedAuthor(@Nullable String name, @Nullable String url, @Nullable String iconUrl) {}
