package dev.gatehouse.conversation.answer;

/**
 * One attempt at a request.
 *
 * @param first whether nobody began it before
 */
public record Visit(Request request, boolean first) {}
