package dev.gatehouse.chat.message;

/**
 * Who called a command or pressed a button.
 *
 * @param moderates whether the platform lets them manage other people's messages in that channel
 */
public record Caller(Author author, boolean moderates) {}
