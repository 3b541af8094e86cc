package dev.gatehouse.cli;

import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.model.Application;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds the settings against what Discord says of the application. */
final class ApplicationChecks {
  private static final String PORTAL = "https://discord.com/developers/applications";

  private final Application application;
  private final Settings settings;

  ApplicationChecks(Application application, Settings settings) {
    this.application = application;
    this.settings = settings;
  }

  List<Finding> run() {
    return List.of(identity(), invitation(), publicKey(), endpoint(), messageContent());
  }

  private Finding identity() {
    String id = application.id().toString();
    Optional<String> configured = settings.text("DISCORD_CLIENT_ID");
    if (configured.isPresent() && !configured.get().equals(id)) {
      return new Finding.Broken(
          "DISCORD_CLIENT_ID is " + configured.get() + ", but the token belongs to " + id,
          "set DISCORD_CLIENT_ID=" + id);
    }
    return new Finding.Fine("the token belongs to '" + application.name() + "', id " + id);
  }

  private Finding invitation() {
    return new Finding.Fine("invite the bot to a server at " + Invitation.of(application.id()));
  }

  private Finding publicKey() {
    String real = Optional.ofNullable(application.verifyKey()).orElse("");
    Optional<String> configured = settings.text("DISCORD_PUBLIC_KEY");
    if (configured.isEmpty()) {
      return new Finding.Degraded(
          "DISCORD_PUBLIC_KEY is not set, so it was not compared",
          "the interactions function needs DISCORD_PUBLIC_KEY=" + real);
    }
    return configured.get().toLowerCase(Locale.ROOT).equals(real)
        ? new Finding.Fine("DISCORD_PUBLIC_KEY is the application's")
        : new Finding.Broken(
            "DISCORD_PUBLIC_KEY is not the application's: every interaction would get 401",
            "set DISCORD_PUBLIC_KEY=" + real);
  }

  private Finding endpoint() {
    String url = application.interactionsEndpointUrl();
    return url == null || url.isBlank()
        ? new Finding.Broken(
            "no interactions endpoint is set: slash commands would not reach the function",
            "paste the stack's output InteractionsUrl into " + PORTAL)
        : new Finding.Fine("interactions go to " + url);
  }

  private Finding messageContent() {
    return application.mayReadMessageContent()
        ? new Finding.Fine(
            "MESSAGE_CONTENT is switched on; with it in the bridge's DISCORD_INTENTS, '!ask' and"
                + " follow-ups work everywhere")
        : new Finding.Degraded(
            "MESSAGE_CONTENT is off: mentions, replies, direct messages and slash commands work,"
                + " in a channel '!ask', follow-ups in threads and replies that do not ping do not",
            "to have it, switch on 'Message Content Intent' under Bot in "
                + PORTAL
                + " and start the bridge with"
                + " DISCORD_INTENTS=GUILDS,GUILD_MESSAGES,DIRECT_MESSAGES,MESSAGE_CONTENT");
  }
}
