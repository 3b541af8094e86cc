package dev.gatehouse.cloud.sdk.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, where a Docker engine answers and has the image or can pull it. {@code
 * LOCALSTACK_IMAGE} names another image than the last one that wants no account.
 */
public final class LocalStack implements AutoCloseable {
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private final LocalStackContainer container;

  private LocalStack(LocalStackContainer container) {
    this.container = container;
  }

  /** A running LocalStack; where there can be none, a line on standard output says why. */
  public static Optional<LocalStack> startIfPossible(Map<String, String> environment) {
    String image = environment.getOrDefault("LOCALSTACK_IMAGE", IMAGE);
    DockerEngine engine = new DockerEngine(environment);
    if (!engine.answers()) {
      return skipped("no Docker engine answers at " + engine.address());
    }
    if (!engine.canRun(image)) {
      return skipped("the Docker engine has no image " + image + " and cannot pull it");
    }
    return Optional.of(new LocalStack(started(image)));
  }

  /** Where it listens. */
  public URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public void close() {
    container.stop();
  }

  private static LocalStackContainer started(String image) {
    LocalStackContainer container =
        new LocalStackContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
            .withServices("sqs", "dynamodb", "s3", "secretsmanager")
            .withStartupTimeout(Duration.ofMinutes(2));
    container.start();
    return container;
  }

  @SuppressWarnings("SystemOut") // The one line that tells a reader of the test run.
  private static Optional<LocalStack> skipped(String why) {
    System.out.println("Contract tests against LocalStack skipped: " + why + ".");
    return Optional.empty();
  }
}
