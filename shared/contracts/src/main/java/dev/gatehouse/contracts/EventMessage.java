package dev.gatehouse.contracts;

/** What arrives on the events queue: something happened on a chat platform. */
public sealed interface EventMessage extends QueueMessage
    permits GatewayEvent, InteractionReceived, GapDetected {}
