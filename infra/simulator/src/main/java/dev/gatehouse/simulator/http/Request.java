package dev.gatehouse.simulator.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A whole request.
 *
 * @param path decoded, without the query
 * @param body the raw bytes
 * @param remote who sent it
 */
public record Request(
    String method, String path, Query query, HttpHeaders headers, byte[] body, InetAddress remote) {

  /** A header's first value, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The same request under another path, for an alias. */
  public Request withPath(String other) {
    return new Request(method, other, query, headers, body, remote);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
