package dev.gatehouse.conversation.event;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Fetches payloads that were too large for the queue. */
public final class PayloadLoader {
  private final Optional<BlobStore> claims;

  /**
   * Payloads of the given store.
   *
   * @param claims nothing when none is configured
   */
  public PayloadLoader(Optional<BlobStore> claims) {
    this.claims = claims;
  }

  /**
   * The payload itself.
   *
   * @throws InvalidFieldException when it is claimed and cannot be had any more
   */
  RawJson json(Payload payload) {
    return switch (payload) {
      case Payload.Inline(RawJson json) -> json;
      case Payload.Claimed claimed -> fetch(claimed);
    };
  }

  private RawJson fetch(Payload.Claimed claimed) {
    BlobStore store =
        claims.orElseThrow(() ->
            new InvalidFieldException("claim", "no claim store is configured; set CLAIMS_BUCKET"));
    byte[] bytes =
        store
            .get(claimed.key())
            .orElseThrow(
                () -> new InvalidFieldException("claim.key", "has expired or never was there"));
    return new RawJson(new String(bytes, StandardCharsets.UTF_8));
  }
}
