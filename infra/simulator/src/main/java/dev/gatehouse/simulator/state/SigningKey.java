package dev.gatehouse.simulator.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An application's Ed25519 key pair.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint">
 *     Setting up an endpoint</a>
 */
public final class SigningKey {
  private static final int KEY_BYTES = 32;

  private final KeyPair pair;

  private SigningKey(KeyPair pair) {
    this.pair = pair;
  }

  /** A new pair. */
  public static SigningKey generate() {
    try {
      return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /** The public key in 64 hexadecimal digits. */
  public String publicHex() {
    byte[] encoded = pair.getPublic().getEncoded();
    return HexFormat.of()
        .formatHex(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
  }

  /** The signature of a timestamp followed by a body, in hexadecimal digits. */
  public String sign(String timestamp, byte[] body) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(timestamp.getBytes(StandardCharsets.US_ASCII));
      signature.update(body);
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  @Override
  public String toString() {
    return "Ed25519 key " + publicHex();
  }
}
