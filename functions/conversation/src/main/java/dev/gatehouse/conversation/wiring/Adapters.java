package dev.gatehouse.conversation.wiring;

import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.DirectoryBlobs;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.conversation.wiring.ConversationSettings.Claims;
import dev.gatehouse.lambda.Lazy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The ports on AWS and on the chat platforms. */
public final class Adapters {
  /** As long as a queue keeps the message that claims them. */
  private static final Duration CLAIMS_KEPT = Duration.ofDays(14);

  private final ConversationSettings own;
  private final AwsClients aws;
  private final Clock clock;
  private final Supplier<ChatPlatforms> platforms;

  /**
   * Reads the settings of the platforms.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the one that is missing
   *     or wrong
   */
  public Adapters(Settings settings, ConversationSettings own, AwsClients aws, Clock clock) {
    this.own = own;
    this.aws = aws;
    this.clock = clock;
    Lazy<SecretStore> secrets = new Lazy<>(() -> aws.secrets(clock));
    this.platforms =
        ChatPlatforms.configured(
            new PlatformContext(settings, name -> secrets.get().find(name), clock));
  }

  /** Makes the clients; the platforms' secrets are fetched for it. */
  public Ports ports(Supplier<String> workers) {
    return new Ports(
        aws.table(own.table()),
        aws.queue(own.turnsQueue()),
        own.claims().map(this::blobs),
        platforms.get(),
        clock,
        workers);
  }

  private BlobStore blobs(Claims claims) {
    return switch (claims) {
      case Claims.Bucket(String name) -> aws.blobs(name);
      case Claims.InTable(String name) -> new TableBlobs(aws.table(name), CLAIMS_KEPT, clock);
      case Claims.Directory(Path path) -> new DirectoryBlobs(path, CLAIMS_KEPT, clock);
    };
  }
}
