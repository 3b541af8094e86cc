package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.MessageComposer;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageFlags;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.ModalRules;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.Optional;

/** Carries out an application's first response. Used under the world's lock. */
final class Responses {
  private static final int CHOICES = 25;

  private final World world;
  private final Chat chat;
  private final MessageComposer composer;

  Responses(World world) {
    this.world = world;
    this.chat = new Chat(world);
    this.composer = new MessageComposer(world);
  }

  /**
   * Carries a response out.
   *
   * @throws Rejection when it does not fit the interaction or breaks a rule
   */
  void apply(Interaction interaction, MessageForm form) {
    if (interaction.stage() != Interaction.Stage.WAITING) {
      throw Rejection.of(400, 40060, "Interaction has already been acknowledged.");
    }
    int type = form.json().path("type").asInt(0);
    if (!ResponseType.fits(type, interaction)) {
      throw new FormErrors()
          .add("type", "BASE_TYPE_CHOICES", "This type of response does not fit the interaction.")
          .rejection();
    }
    apply(interaction, type, new MessageForm(data(form), form.uploads()));
    publish(interaction, Optional.empty());
  }

  private static JsonNode data(MessageForm form) {
    return Json.field(form.json(), "data").orElseGet(Json::object);
  }

  private void apply(Interaction interaction, int type, MessageForm data) {
    switch (type) {
      case ResponseType.MESSAGE -> interaction.answered(post(interaction, data));
      case ResponseType.DEFERRED_MESSAGE -> interaction.deferred(postLoading(interaction, data));
      case ResponseType.DEFERRED_UPDATE -> interaction.deferredUpdate(source(interaction));
      case ResponseType.UPDATE -> interaction.answered(update(interaction, data));
      case ResponseType.AUTOCOMPLETE -> interaction.suggested(choices(data.json()));
      case ResponseType.MODAL -> ask(interaction, data.json());
      default -> throw new IllegalStateException("no response of type " + type);
    }
  }

  /** A new message in the interaction's channel, of its first response or a follow-up. */
  Message post(Interaction interaction, MessageForm form) {
    MessageBody body =
        composer.create(form, interaction.application().bot(), interaction.channel());
    boolean ephemeral = MessageFlags.has(body.flags(), MessageFlags.EPHEMERAL);
    return chat.post(interaction.channel(), InteractionOrigins.of(interaction, ephemeral), body);
  }

  private Message postLoading(Interaction interaction, MessageForm form) {
    int wanted = form.json().path("flags").asInt(0) & MessageFlags.EPHEMERAL;
    MessageBody body = MessageBody.text("").withFlags(wanted | MessageFlags.LOADING);
    return chat.post(interaction.channel(), InteractionOrigins.of(interaction, wanted != 0), body);
  }

  private Message update(Interaction interaction, MessageForm form) {
    Message source = source(interaction);
    return chat.edit(source, composer.edit(form, source));
  }

  private Message source(Interaction interaction) {
    return interaction
        .source()
        .flatMap(m -> world.messages().find(m.channelId(), m.id()))
        .orElseThrow(() -> Rejection.of(404, 10008, "Unknown Message"));
  }

  private static Outcome.Suggested choices(JsonNode data) {
    ArrayNode choices = Json.array();
    data.path("choices").forEach(choices::add);
    FormErrors errors = new FormErrors();
    if (!data.path("choices").isArray() || choices.size() > CHOICES) {
      errors.add("data.choices", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 25 in length.");
    }
    for (int i = 0; i < choices.size(); i++) {
      String path = "data.choices." + i;
      errors.length(path + ".name", choices.get(i).path("name").asText(""), 1, 100);
      if (choices.get(i).path("value").isTextual()) {
        errors.length(path + ".value", choices.get(i).path("value").textValue(), 1, 100);
      } else if (!choices.get(i).path("value").isNumber()) {
        errors.required(path + ".value");
      }
    }
    errors.throwIfAny();
    return new Outcome.Suggested(choices);
  }

  private void ask(Interaction interaction, JsonNode data) {
    FormErrors errors = new FormErrors();
    ModalRules.check(data, errors);
    errors.throwIfAny();
    ObjectNode modal = Json.object();
    modal.put("interaction_id", Long.toString(interaction.id()));
    modal.put("application_id", Long.toString(interaction.application().id()));
    modal.set("custom_id", data.path("custom_id"));
    modal.set("title", data.path("title"));
    modal.set("components", data.path("components"));
    interaction.asked(modal);
    world.publish(new WorldEvent.ModalOpened(interaction.user().id(), modal));
  }

  /** Tells the page how far an interaction is. */
  void publish(Interaction interaction, Optional<String> reason) {
    world.publish(
        new WorldEvent.InteractionChanged(interaction.user().id(), interaction.stateJson(reason)));
  }
}
