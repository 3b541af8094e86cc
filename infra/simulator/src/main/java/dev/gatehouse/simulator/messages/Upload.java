package dev.gatehouse.simulator.messages;

/** A file that came with a message. */
public record Upload(int index, String filename, String contentType, byte[] bytes) {}
