package dev.gatehouse.bench.bridge;

import java.util.Map;

/** What the emulators take for credentials. */
public final class Credentials {
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "us-east-1",
          "AWS_ACCESS_KEY_ID", "local",
          "AWS_SECRET_ACCESS_KEY", "local");

  private Credentials() {}
}
