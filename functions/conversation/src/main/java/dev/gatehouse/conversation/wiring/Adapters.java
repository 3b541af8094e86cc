package dev.gatehouse.conversation.wiring;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.conversation.adapter.DiscordChat;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import dev.gatehouse.discordchat.DiscordEvents;
import dev.gatehouse.discordchat.DiscordReplies;
import dev.gatehouse.lambda.Lazy;
import java.time.Clock;
import java.util.function.Supplier;

/** The ports on AWS and Discord. */
public final class Adapters {
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
    Secret token = aws.secrets(clock).resolve(settings.discordToken());
    DiscordRest rest =
        DiscordRest.create(DiscordRestConfig.of(token).withBaseUrl(settings.discordApi()));
    DiscordReplies replies = new DiscordReplies(rest, clock);
    Lazy<DiscordEvents> events = new Lazy<>(() -> new DiscordEvents(rest.currentUser().id()));
    return new Ports(
        aws.table(settings.table()),
        aws.queue(settings.turnsQueue()),
        settings.claims().map(store -> aws.blobs(store, clock)),
        new DiscordChat(rest, events),
        replies,
        replies,
        clock,
        workers);
  }
}
