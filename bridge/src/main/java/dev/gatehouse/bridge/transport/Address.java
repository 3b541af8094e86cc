package dev.gatehouse.bridge.transport;

import java.net.URI;

/** Where a WebSocket URL points. */
record Address(String host, int port, boolean secure, String pathAndQuery) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  static Address of(URI url) {
    boolean secure =
        switch (url.getScheme()) {
          case "wss" -> true;
          case "ws" -> false;
          case null, default ->
              throw new IllegalArgumentException("a gateway URL must begin with ws:// or wss://");
        };
    if (url.getHost() == null) {
      throw new IllegalArgumentException("a gateway URL must name a host");
    }
    int port = url.getPort() >= 0 ? url.getPort() : secure ? HTTPS : HTTP;
    return new Address(url.getHost(), port, secure, pathAndQuery(url));
  }

  /** The value of the Host header. */
  String authority() {
    return port == (secure ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  private static String pathAndQuery(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
