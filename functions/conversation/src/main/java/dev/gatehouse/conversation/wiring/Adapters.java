package dev.gatehouse.conversation.wiring;

import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The ports on AWS and on the chat platforms. */
public final class Adapters {
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
  public Adapters(
      Settings settings,
      ConversationSettings own,
      AwsClients aws,
      Clock clock,
      LongSupplier nanoTime) {
    this.own = own;
    this.aws = aws;
    this.clock = clock;
    this.platforms =
        ChatPlatforms.configured(
            new PlatformContext(settings, aws.secrets(clock), clock, nanoTime));
  }

  /** Makes the clients; the platforms' secrets are fetched for it. */
  public Ports ports(Supplier<String> workers) {
    return new Ports(
        aws.table(own.conversations().name()),
        aws.queue(own.turnsQueue()),
        own.claims().map(store -> aws.blobs(store, clock)),
        platforms.get(),
        clock,
        workers);
  }
}
