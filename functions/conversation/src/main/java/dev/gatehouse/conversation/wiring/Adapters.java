package dev.gatehouse.conversation.wiring;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.DirectoryBlobs;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.conversation.adapter.DiscordChat;
import dev.gatehouse.conversation.wiring.ConversationSettings.Claims;
import dev.gatehouse.conversation.wiring.ConversationSettings.DiscordToken;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import dev.gatehouse.discordchat.DiscordEvents;
import dev.gatehouse.discordchat.DiscordReplies;
import dev.gatehouse.lambda.Lazy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The ports on AWS and Discord. */
public final class Adapters {
  /** As long as a queue keeps the message that claims them. */
  private static final Duration CLAIMS_KEPT = Duration.ofDays(14);

  private final ConversationSettings settings;
  private final AwsClients aws;
  private final Clock clock;

  public Adapters(ConversationSettings settings, AwsClients aws, Clock clock) {
    this.settings = settings;
    this.aws = aws;
    this.clock = clock;
  }

  /** Makes the clients; the bot's token is fetched for it when a secret holds it. */
  public Ports ports(Supplier<String> workers) {
    DiscordRest rest =
        DiscordRest.create(DiscordRestConfig.of(token()).withBaseUrl(settings.discordApi()));
    DiscordReplies replies = new DiscordReplies(rest, clock);
    Lazy<DiscordEvents> events = new Lazy<>(() -> new DiscordEvents(rest.currentUser().id()));
    return new Ports(
        aws.table(settings.table()),
        aws.queue(settings.turnsQueue()),
        settings.claims().map(this::blobs),
        new DiscordChat(rest, events),
        replies,
        replies,
        clock,
        workers);
  }

  private Secret token() {
    return switch (settings.discordToken()) {
      case DiscordToken.Given(Secret token) -> token;
      case DiscordToken.Kept(String name) ->
          aws.secrets(clock).find(name).orElseThrow(() -> noSuchSecret(name));
    };
  }

  private BlobStore blobs(Claims claims) {
    return switch (claims) {
      case Claims.Bucket(String name) -> aws.blobs(name);
      case Claims.InTable(String name) -> new TableBlobs(aws.table(name), CLAIMS_KEPT, clock);
      case Claims.Directory(Path path) -> new DirectoryBlobs(path, CLAIMS_KEPT, clock);
    };
  }

  private static InvalidSettingException noSuchSecret(String name) {
    return new InvalidSettingException(
        "DISCORD_TOKEN_SECRET", "names the secret " + name + ", which does not exist or is empty");
  }
}
