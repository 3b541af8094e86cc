package dev.gatehouse.interactions;

import dev.gatehouse.interactions.http.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs requests with a key pair of its own, as Discord signs them. */
final class SignedRequests {
  private final Ed25519PrivateKeyParameters key =
      new Ed25519PrivateKeyParameters(new SecureRandom());
  private final Clock clock;

  SignedRequests(Clock clock) {
    this.clock = clock;
  }

  String publicKey() {
    return HexFormat.of().formatHex(key.generatePublicKey().getEncoded());
  }

  WebhookRequest of(String body) {
    return of(body, clock.instant().getEpochSecond());
  }

  WebhookRequest of(String body, long timestamp) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new WebhookRequest(headers(bytes, Long.toString(timestamp)), bytes);
  }

  Map<String, String> headers(byte[] body, String timestamp) {
    return Map.of("x-signature-ed25519", sign(timestamp, body), "x-signature-timestamp", timestamp);
  }

  private String sign(String timestamp, byte[] body) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    byte[] prefix = timestamp.getBytes(StandardCharsets.UTF_8);
    signer.update(prefix, 0, prefix.length);
    signer.update(body, 0, body.length);
    return HexFormat.of().formatHex(signer.generateSignature());
  }
}
