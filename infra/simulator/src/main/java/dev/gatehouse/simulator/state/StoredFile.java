package dev.gatehouse.simulator.state;

/** An attachment's bytes. */
public record StoredFile(Attachment attachment, byte[] bytes) {}
