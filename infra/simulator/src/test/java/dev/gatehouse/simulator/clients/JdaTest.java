package dev.gatehouse.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.Test;

final class JdaTest {

  @Test
  void logsInHearsAndAnswers() throws InterruptedException {
    try (var town = new ClientFixture()) {
      var jda = start(town);
      try {
        jda.awaitReady();
        assertThat(jda.getGuilds().size()).isEqualTo(1);
        var question = town.says("are you there?");

        var answer = town.awaitAnswer("heard are you there? in #general");

        assertThat(answer.at("/message_reference/message_id").asText())
            .isEqualTo(question.path("id").asText());
      } finally {
        stop(jda);
      }
    }
  }

  @Test
  void answersACommandThatItRegistered() throws InterruptedException {
    try (var town = new ClientFixture()) {
      var jda = start(town);
      try {
        jda.awaitReady();
        jda.updateCommands()
            .addCommands(
                Commands.slash("shout", "Say it louder")
                    .addOption(OptionType.STRING, "text", "What", true))
            .complete();
        town.awaitCommand("shout");

        town.uses("shout", "text", "hello");

        town.awaitAnswer("HELLO");
      } finally {
        stop(jda);
      }
    }
  }

  private static JDA start(ClientFixture town) {
    return JDABuilder.createLight(
            "jda.unseen.token", GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
        .setRestConfig(new RestConfig().setBaseUrl(town.url() + "/api/v10/"))
        .setSessionController(new LocalGateway(town.url().replace("http:", "ws:") + "/gateway"))
        .addEventListeners(new Parrot())
        .build();
  }

  private static void stop(JDA jda) throws InterruptedException {
    jda.shutdownNow();
    jda.awaitShutdown();
  }

  /** Names the simulator's gateway instead of Discord's. */
  private static final class LocalGateway extends SessionControllerAdapter {
    private final String url;

    LocalGateway(String url) {
      this.url = url;
    }

    @Override
    public String getGateway() {
      return url;
    }
  }

  /** Repeats what it hears. */
  private static final class Parrot extends ListenerAdapter {
    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
      if (event.getAuthor().isBot()) {
        return;
      }
      var heard = "heard " + event.getMessage().getContentRaw();
      event
          .getMessage()
          .reply(heard)
          .flatMap(answer -> answer.editMessage(heard + " in #" + event.getChannel().getName()))
          .queue();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      var text = event.getOption("text", "", OptionMapping::getAsString);
      event.deferReply().flatMap(hook -> hook.editOriginal(text.toUpperCase(Locale.ROOT))).queue();
    }
  }
}
