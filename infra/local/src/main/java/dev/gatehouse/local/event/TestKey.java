package dev.gatehouse.local.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/**
 * The key pair that the stored events are signed with. It is published, and protects nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-7.1">RFC 8032, test 1</a>
 */
public final class TestKey {
  /** In hexadecimal digits, as {@code DISCORD_PUBLIC_KEY} takes it. */
  public static final String PUBLIC_KEY =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private static final String SEED =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

  private TestKey() {}

  /** The signature over timestamp and body that Discord would send, in hexadecimal digits. */
  public static String sign(String timestamp, String body) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey());
      signature.update((timestamp + body).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks Ed25519", e);
    }
  }

  private static PrivateKey privateKey() throws GeneralSecurityException {
    EdECPrivateKeySpec spec =
        new EdECPrivateKeySpec(NamedParameterSpec.ED25519, HexFormat.of().parseHex(SEED));
    return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
  }
}
