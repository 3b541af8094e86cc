package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.command.Option;
import dev.gatehouse.chat.command.OptionType;
import dev.gatehouse.discord.json.DiscordJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SlashCommandsTest {
  private static final CommandCatalog CATALOG =
      CommandCatalog.of(
          CommandSpec.named("roll", "Rolls a die")
              .taking(
                  Option.required("sides", "How many sides", OptionType.whole(2, 100)),
                  Option.optional("weight", "In kilograms", OptionType.decimal(0.5, 2)),
                  Option.optional("colour", "Of the die", OptionType.choice("red", "blue")),
                  Option.optional("loud", "Whether all hear it", OptionType.flag()),
                  Option.optional("note", "What to say", OptionType.text(9000))));

  private final JsonNode options =
      DiscordJson.read(
              new String(DiscordJson.write(SlashCommands.of(CATALOG)), StandardCharsets.UTF_8),
              JsonNode.class)
          .path(0)
          .path("options");

  @Test
  void namesAndDescriptionsAreTheDeclared() {
    assertThat(SlashCommands.of(CATALOG))
        .singleElement()
        .satisfies(command -> {
          assertThat(command.name()).isEqualTo("roll");
          assertThat(command.description()).isEqualTo("Rolls a die");
          assertThat(command.type().value()).isEqualTo(1);
        });
  }

  @Test
  void numbersHaveTheirBounds() {
    assertThat(option("sides").path("type").asInt()).isEqualTo(4);
    assertThat(option("sides").path("required").asBoolean()).isTrue();
    assertThat(option("sides").path("min_value").asInt()).isEqualTo(2);
    assertThat(option("sides").path("max_value").asInt()).isEqualTo(100);
    assertThat(option("weight").path("type").asInt()).isEqualTo(10);
    assertThat(option("weight").path("min_value").asDouble()).isEqualTo(0.5);
  }

  @Test
  void choicesAreOffered() {
    assertThat(option("colour").path("type").asInt()).isEqualTo(3);
    assertThat(option("colour").path("choices").path(1).path("value").asText()).isEqualTo("blue");
  }

  @Test
  void flagsAreBooleans() {
    assertThat(option("loud").path("type").asInt()).isEqualTo(5);
    assertThat(option("loud").path("required").asBoolean(false)).isFalse();
  }

  @Test
  void textIsAsLongAsDiscordAllows() {
    assertThat(option("note").path("min_length").asInt()).isEqualTo(1);
    assertThat(option("note").path("max_length").asInt()).isEqualTo(6000);
  }

  @Test
  void whatDiscordWouldRefuseIsNamedBeforeItIsAsked() {
    CommandCatalog tooLong =
        CommandCatalog.of(CommandSpec.named("a".repeat(33), "Has a name that is too long"));

    assertThatThrownBy(() -> SlashCommands.of(tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have at most 32 characters in its name, had 33");
  }

  private JsonNode option(String name) {
    for (JsonNode option : options) {
      if (option.path("name").asText().equals(name)) {
        return option;
      }
    }
    throw new AssertionError("no option " + name);
  }
}
