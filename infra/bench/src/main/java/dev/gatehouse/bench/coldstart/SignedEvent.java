package dev.gatehouse.bench.coldstart;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Makes proxy events with a slash command in them, signed as Discord signs. */
final class SignedEvent {
  private static final int RAW_KEY_BYTES = 32;
  private static final String EVENT =
      """
      {"version":"2.0","routeKey":"POST /discord/interactions","rawPath":"/discord/interactions",\
      "rawQueryString":"","headers":{"content-type":"application/json","host":"example.test",\
      "x-signature-ed25519":"%s","x-signature-timestamp":"%s"},"requestContext":{"stage":"$default",\
      "http":{"method":"POST","path":"/discord/interactions","protocol":"HTTP/1.1"}},\
      "body":"%s","isBase64Encoded":false}\
      """;
  private static final String COMMAND =
      """
      {"id":"%d","application_id":"1100000000000000001","type":2,"token":"aW50ZXJhY3Rpb24","version":1,\
      "guild_id":"1100000000000000002","channel_id":"1100000000000000003","locale":"en-GB",\
      "member":{"user":{"id":"1100000000000000004","username":"ada"},"roles":[],"permissions":"0"},\
      "data":{"id":"1100000000000000005","name":"ask","type":1,\
      "options":[{"name":"question","type":3,"value":"Why does the build fail?"}]}}\
      """;

  private final KeyPair keys;
  private long nextId = 1_200_000_000_000_000_000L;

  SignedEvent() {
    try {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has Ed25519 since 15", e);
    }
  }

  /** The raw public key as hex, as the developer portal shows it. */
  String publicKey() {
    byte[] x509 = keys.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(x509, x509.length - RAW_KEY_BYTES, x509.length);
    return HexFormat.of().formatHex(raw);
  }

  /** An event with an interaction id of its own, signed now. */
  String next() {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    String body = String.format(Locale.ROOT, COMMAND, nextId++);
    return String.format(
        Locale.ROOT, EVENT, sign(timestamp + body), timestamp, body.replace("\"", "\\\""));
  }

  private String sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has Ed25519 since 15", e);
    }
  }
}
