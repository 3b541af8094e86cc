package dev.gatehouse.conversation.wiring;

import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.table.Table;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that this function needs of the outside.
 *
 * @param workers names each attempt differently
 */
public record Ports(
    Table table,
    QueueSender turns,
    Optional<BlobStore> claims,
    ChatPlatforms platforms,
    Clock clock,
    Supplier<String> workers) {}
