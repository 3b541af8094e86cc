/** The chat port on Discord: streamed replies, slash commands, and events as plain messages. */
@NullMarked
package dev.gatehouse.discordchat;

import org.jspecify.annotations.NullMarked;
