package dev.gatehouse.cloud.credentials;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask for credentials. Without TLS only this machine, or the fixed link-local addresses of
 * ECS and EKS, may be asked: the request carries a token, and the answer a key.
 */
final class ContainerEndpoint {
  static final String PATH = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
  static final String ADDRESS = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
  private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
  private static final String ECS = "http://169.254.170.2";
  private static final Set<String> LINK_LOCAL =
      Set.of("169.254.170.2", "169.254.170.23", "fd00:ec2:0:0:0:0:0:23");
  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 1_000;
  private static final int LARGEST_ANSWER = 64 * 1024;

  private final URI address;
  private final @Nullable Secret token;

  private ContainerEndpoint(URI address, @Nullable Secret token) {
    this.address = address;
    this.token = token;
  }

  static ContainerEndpoint of(Map<String, String> environment) {
    @Nullable String token = environment.get(TOKEN);
    String path = environment.getOrDefault(PATH, "").strip();
    return new ContainerEndpoint(
        path.isEmpty() ? address(environment.getOrDefault(ADDRESS, "").strip()) : onEcs(path),
        token == null || token.isBlank() ? null : token(token));
  }

  /**
   * Asks once, past any proxy and following no redirect.
   *
   * @throws IllegalArgumentException when the answer is not understood
   */
  TemporaryCredentials fetch() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setUseCaches(false);
    if (token != null) {
      connection.setRequestProperty("Authorization", token.reveal());
    }
    try {
      return answer(connection);
    } finally {
      connection.disconnect();
    }
  }

  @Override
  public String toString() {
    return "credentials of " + address;
  }

  private static TemporaryCredentials answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("answered with status " + status);
    }
    try (InputStream body = connection.getInputStream()) {
      return TemporaryCredentials.read(body.readNBytes(LARGEST_ANSWER));
    }
  }

  private static Secret token(String value) {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new InvalidSettingException(TOKEN, "must be one line, since it becomes a header");
    }
    return Secret.of(value);
  }

  private static URI onEcs(String path) {
    if (!path.startsWith("/")) {
      throw new InvalidSettingException(PATH, "must begin with /");
    }
    return parsed(PATH, ECS + path);
  }

  private static URI address(String value) {
    URI address = parsed(ADDRESS, value);
    boolean secured = "https".equals(address.getScheme());
    if (address.getHost() == null || !(secured || "http".equals(address.getScheme()))) {
      throw new InvalidSettingException(ADDRESS, "must be an http or https URL");
    }
    if (!secured && !isNear(address.getHost())) {
      throw new InvalidSettingException(
          ADDRESS,
          "must be https, or http to this machine or to 169.254.170.2, 169.254.170.23 or"
              + " [fd00:ec2::23]; was "
              + address.getHost());
    }
    return address;
  }

  private static URI parsed(String name, String value) {
    try {
      return URI.create(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(name, "must be an http or https URL");
    }
  }

  /** Every address that the name stands for must be near. */
  private static boolean isNear(String host) {
    try {
      for (InetAddress one : InetAddress.getAllByName(host)) {
        if (!one.isLoopbackAddress() && !LINK_LOCAL.contains(one.getHostAddress())) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
