package dev.gatehouse.discord.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Discord's side of the check: signs as it does. */
final class SigningKey {
  private final byte[] secret;

  private SigningKey(byte[] secret) {
    this.secret = secret;
  }

  static SigningKey fromSeed(long seed) {
    byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
    new Random(seed).nextBytes(secret);
    return new SigningKey(secret);
  }

  String publicKeyHex() {
    byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(secret, 0, key, 0);
    return HexFormat.of().formatHex(key);
  }

  String sign(String timestamp, byte[] body) {
    var message = new ByteArrayOutputStream();
    message.writeBytes(timestamp.getBytes(US_ASCII));
    message.writeBytes(body);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(secret, 0, message.toByteArray(), 0, message.size(), signature, 0);
    return HexFormat.of().formatHex(signature);
  }
}
