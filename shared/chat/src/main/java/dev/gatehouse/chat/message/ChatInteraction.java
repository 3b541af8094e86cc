package dev.gatehouse.chat.message;

/** Something that a person did with the platform's own controls instead of a message. */
public record ChatInteraction(Caller caller, Content content) {}
