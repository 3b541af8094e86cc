package dev.gatehouse.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server's key and new self-signed certificate, made by the JDK's own keytool.
 *
 * @param store holds both, and is what a process has to trust that trusts the certificate
 * @param context for the server, and for clients that trust it
 */
public record TlsIdentity(Path store, SSLContext context) {
  private static final String PASSWORD = "changeit";

  /**
   * Makes one.
   *
   * @param subject whom it names, such as {@code ip:127.0.0.1}
   */
  public static TlsIdentity make(Path directory, String subject)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve(subject.replace(':', '-') + ".p12");
    Process keytool =
        new ProcessBuilder(command(store, subject))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    return new TlsIdentity(store, context(store));
  }

  /** The options of a Java virtual machine that trusts this certificate and no other. */
  String[] trust() {
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
    };
  }

  private static List<String> command(Path store, String subject) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "test",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=" + subject.substring(subject.indexOf(':') + 1),
        "-ext",
        "san=" + subject,
        "-validity",
        "1",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
