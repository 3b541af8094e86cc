package dev.gatehouse.discord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.discord.model.AutocompleteInteraction;
import dev.gatehouse.discord.model.CommandInteraction;
import dev.gatehouse.discord.model.ComponentInteraction;
import dev.gatehouse.discord.model.Interaction;
import dev.gatehouse.discord.model.InteractionContextType;
import dev.gatehouse.discord.model.ModalInteraction;
import dev.gatehouse.discord.model.OptionValue;
import dev.gatehouse.discord.model.PingInteraction;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.UnknownInteraction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InteractionJsonTest {

  @Test
  void readsAPing() {
    assertThat(read("interaction-1-ping")).isInstanceOf(PingInteraction.class);
  }

  @Test
  void readsWhoWhereAndHowToAnswer() {
    var context = read("interaction-2-command").context();
    assertThat(context.token().reveal()).isEqualTo("aW50ZXJhY3Rpb24=");
    assertThat(context.toString().contains("aW50")).as("a token must not be printed").isFalse();
    assertThat(context.context()).isEqualTo(InteractionContextType.GUILD);
    assertThat(context.invoker()).isNotNull();
    assertThat(context.invoker().displayName()).isEqualTo("Ada");
    assertThat(context.attachmentSizeLimit()).isEqualTo(10_485_760);
  }

  @Test
  void readsACommandWithNestedOptions() {
    var command =
        assertThat(read("interaction-2-command"))
            .asInstanceOf(type(CommandInteraction.class))
            .actual();
    assertThat(command.data().name()).isEqualTo("run");
    assertThat(command.data().string("command")).isEqualTo("ls -l");
    assertThat(command.data().allOptions().map(OptionValue::name).toList())
        .isEqualTo(List.of("shell", "command", "times", "ratio", "quiet", "as"));
    var resolved = command.data().resolved();
    assertThat(resolved).isNotNull();
    assertThat(resolved.users().containsKey(Snowflake.of("1000000000000000002"))).isTrue();
  }

  @Test
  void readsAChoice() {
    var choice =
        assertThat(read("interaction-3-component"))
            .asInstanceOf(type(ComponentInteraction.class))
            .actual();
    assertThat(choice.data().values()).isEqualTo(List.of("1", "2"));
    assertThat(choice.context().message()).isNotNull();
  }

  @Test
  void findsTheOptionThatIsBeingTyped() {
    var typing =
        assertThat(read("interaction-4-autocomplete"))
            .asInstanceOf(type(AutocompleteInteraction.class))
            .actual();
    assertThat(typing.focused()).isNotNull();
    assertThat(typing.focused().text()).isEqualTo("ls");
  }

  @Test
  void readsTheInputsOfAModalInRowsAndLabels() {
    var modal =
        assertThat(read("interaction-5-modal")).asInstanceOf(type(ModalInteraction.class)).actual();
    assertThat(modal.data().text("title")).isEqualTo("It fails");
    assertThat(modal.data().text("why")).isEqualTo("no idea");
  }

  @Test
  void keepsAnInteractionOfAnUnknownType() {
    String json = Payloads.object("interaction-2-command").put("type", 12).toString();
    assertThat(DiscordJson.read(json, Interaction.class)).isInstanceOf(UnknownInteraction.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "token", "type", "application_id"})
  void namesTheFieldThatIsMissing(String field) {
    ObjectNode payload = Payloads.object("interaction-2-command");
    payload.remove(field);
    String message = refusal(payload).getMessage();
    assertThat(message).contains(field + " is required");
  }

  @Test
  void namesTheDataThatHasNoMeaning() {
    ObjectNode payload = Payloads.object("interaction-2-command");
    payload.withObject("/data").putNull("name");
    assertThat(refusal(payload).field()).isEqualTo("data");
  }

  @Test
  void refusesACommandWithoutData() {
    ObjectNode payload = Payloads.object("interaction-2-command");
    payload.remove("data");
    assertThat(refusal(payload).field()).isEqualTo("data");
  }

  private static MalformedPayloadException refusal(ObjectNode payload) {
    return assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> DiscordJson.read(payload.toString(), Interaction.class))
        .actual();
  }

  private static Interaction read(String name) {
    return DiscordJson.read(Payloads.bytes(name), Interaction.class);
  }
}
