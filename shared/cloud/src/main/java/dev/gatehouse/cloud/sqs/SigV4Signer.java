package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.contracts.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests; the key of a day is derived once. For one thread.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature
 *     Version 4</a>
 */
final class SigV4Signer {
  private record DayKey(String day, Secret secret, Hmac hmac) {}

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private final String scopeEnd;
  private final String region;
  private final String service;
  private final MessageDigest digest = Sha256.digest();
  private final ByteOutput stringToSign = new ByteOutput();
  private @Nullable DayKey dayKey;

  SigV4Signer(String region, String service) {
    this.region = region;
    this.service = service;
    this.scopeEnd = "/" + region + "/" + service + "/aws4_request";
  }

  /**
   * Appends the value of the {@code Authorization} header.
   *
   * @param canonicalRequest as the rules above spell it, its last line the body's hash
   * @param signedHeaders the names in it, separated by semicolons
   */
  void authorize(
      ByteOutput canonicalRequest,
      String signedHeaders,
      AmzDate date,
      AwsCredentials credentials,
      ByteOutput target) {
    target.ascii(ALGORITHM).ascii(" Credential=").ascii(credentials.accessKeyId());
    scope(date, target.add((byte) '/'));
    target.ascii(", SignedHeaders=").ascii(signedHeaders).ascii(", Signature=");
    target.hex(signature(canonicalRequest, date, credentials.secretAccessKey()));
  }

  /** The hash of a body. */
  byte[] hash(ByteOutput body) {
    body.digest(digest);
    return digest.digest();
  }

  private byte[] signature(ByteOutput canonicalRequest, AmzDate date, Secret secret) {
    stringToSign.clear().ascii(ALGORITHM).add((byte) '\n').ascii(date.stamp()).add((byte) '\n');
    scope(date, stringToSign);
    stringToSign.add((byte) '\n').hex(hash(canonicalRequest));
    return keyOf(date.day(), secret).of(stringToSign);
  }

  private void scope(AmzDate date, ByteOutput target) {
    target.ascii(date.day()).ascii(scopeEnd);
  }

  private Hmac keyOf(String day, Secret secret) {
    DayKey known = dayKey;
    if (known == null || !known.day().equals(day) || !known.secret().equals(secret)) {
      known = new DayKey(day, secret, derive(day, secret));
      dayKey = known;
    }
    return known.hmac();
  }

  private Hmac derive(String day, Secret secret) {
    byte[] key = ("AWS4" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    byte[] dateKey = new Hmac(key).of(day);
    byte[] regionKey = new Hmac(dateKey).of(region);
    byte[] serviceKey = new Hmac(regionKey).of(service);
    return new Hmac(new Hmac(serviceKey).of("aws4_request"));
  }
}
