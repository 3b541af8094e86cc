package dev.gatehouse.cloud.sdk.emulator;

import java.net.URI;
import java.util.Map;

/** Environments that lead every client to an emulator. */
public final class Environments {
  private Environments() {}

  /** Region, keys of nobody, and that endpoint for all services. */
  public static Map<String, String> at(URI endpoint) {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint.toString(),
        "AWS_REGION", "eu-central-1",
        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY", "no-secret");
  }
}
