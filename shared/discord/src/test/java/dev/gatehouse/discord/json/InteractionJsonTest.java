package dev.gatehouse.discord.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertInstanceOf(PingInteraction.class, read("interaction-1-ping"));
  }

  @Test
  void readsWhoWhereAndHowToAnswer() {
    var context = read("interaction-2-command").context();
    assertEquals("aW50ZXJhY3Rpb24=", context.token().reveal());
    assertFalse(context.toString().contains("aW50"), "a token must not be printed");
    assertEquals(InteractionContextType.GUILD, context.context());
    assertNotNull(context.invoker());
    assertEquals("Ada", context.invoker().displayName());
    assertEquals(10_485_760, context.attachmentSizeLimit());
  }

  @Test
  void readsACommandWithNestedOptions() {
    var command = assertInstanceOf(CommandInteraction.class, read("interaction-2-command"));
    assertEquals("run", command.data().name());
    assertEquals("ls -l", command.data().string("command"));
    assertEquals(
        List.of("shell", "command", "times", "ratio", "quiet", "as"),
        command.data().allOptions().map(OptionValue::name).toList());
    var resolved = command.data().resolved();
    assertNotNull(resolved);
    assertTrue(resolved.users().containsKey(Snowflake.of("1000000000000000002")));
  }

  @Test
  void readsAChoice() {
    var choice = assertInstanceOf(ComponentInteraction.class, read("interaction-3-component"));
    assertEquals(List.of("1", "2"), choice.data().values());
    assertNotNull(choice.context().message());
  }

  @Test
  void findsTheOptionThatIsBeingTyped() {
    var typing =
        assertInstanceOf(AutocompleteInteraction.class, read("interaction-4-autocomplete"));
    assertNotNull(typing.focused());
    assertEquals("ls", typing.focused().text());
  }

  @Test
  void readsTheInputsOfAModalInRowsAndLabels() {
    var modal = assertInstanceOf(ModalInteraction.class, read("interaction-5-modal"));
    assertEquals("It fails", modal.data().text("title"));
    assertEquals("no idea", modal.data().text("why"));
  }

  @Test
  void keepsAnInteractionOfAnUnknownType() {
    String json = Payloads.object("interaction-2-command").put("type", 12).toString();
    assertInstanceOf(UnknownInteraction.class, DiscordJson.read(json, Interaction.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "token", "type", "application_id"})
  void namesTheFieldThatIsMissing(String field) {
    ObjectNode payload = Payloads.object("interaction-2-command");
    payload.remove(field);
    String message = refusal(payload).getMessage();
    assertTrue(message.contains(field + " is required"), message);
  }

  @Test
  void namesTheFieldThatIsWrongWithinTheData() {
    ObjectNode payload = Payloads.object("interaction-2-command");
    payload.withObject("/data").put("options", "none");
    assertEquals("data.options", refusal(payload).field());
  }

  @Test
  void refusesACommandWithoutData() {
    ObjectNode payload = Payloads.object("interaction-2-command");
    payload.remove("data");
    assertEquals("data", refusal(payload).field());
  }

  private static MalformedPayloadException refusal(ObjectNode payload) {
    return assertThrows(
        MalformedPayloadException.class,
        () -> DiscordJson.read(payload.toString(), Interaction.class));
  }

  private static Interaction read(String name) {
    return DiscordJson.read(Payloads.bytes(name), Interaction.class);
  }
}
