package dev.gatehouse.bridge.api;

import java.io.IOException;

/** Tells where the gateway is and what it allows now. */
@FunctionalInterface
public interface GatewaySource {
  /**
   * Asks once.
   *
   * @throws ApiException when Discord answers with an error
   */
  GatewayInfo gateway() throws IOException;
}
