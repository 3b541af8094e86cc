package dev.gatehouse.bridge.outbox;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.gatehouse.cloud.blob.BlobStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stores a payload that the queue does not take, and puts a claim check in its place (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html">SQS</a>
 * takes 1 MiB, and not every character).
 */
final class ClaimCheck {
  private static final byte[] FIELD = "\"payload\":".getBytes(StandardCharsets.US_ASCII);

  private final BlobStore blobs;

  ClaimCheck(BlobStore blobs) {
    this.blobs = blobs;
  }

  /** Makes the payload durable, and puts a claim check in its place. */
  void apply(QueuedEvent event) {
    byte[] body = event.body();
    int start = event.payloadAt() + FIELD.length;
    int length = body.length - 1 - start;
    String key = "events/" + event.deduplicationId();
    blobs.put(key, ByteBuffer.wrap(body, start, length));
    event.claim(claimed(body, event.payloadAt(), key, length));
  }

  private static byte[] claimed(byte[] body, int payloadAt, String key, int bytes) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(key));
    byte[] claim =
        ("\"claim\":{\"key\":\"" + quoted + "\",\"bytes\":" + bytes + "}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] message = Arrays.copyOf(body, payloadAt + claim.length);
    System.arraycopy(claim, 0, message, payloadAt, claim.length);
    return message;
  }
}
