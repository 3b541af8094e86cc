package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.MessageJson;
import org.jspecify.annotations.Nullable;

/** What a person does with an application: commands, components, dialogues. */
public final class PersonActions {
  private static final int USER_COMMAND = 2;
  private static final int MESSAGE_COMMAND = 3;

  private final World world;
  private final Interactions interactions;
  private final MessageJson messages;

  /** People of a world. */
  public PersonActions(World world, Interactions interactions, MessageJson messages) {
    this.world = world;
    this.interactions = interactions;
    this.messages = messages;
  }

  /** Somebody at some place. */
  public record Actor(User user, Channel channel) {}

  /**
   * Runs a command.
   *
   * @param command its definition
   * @param options what was filled in
   * @param targetId what a user or message command is used on
   * @throws NotAllowedException when the options do not fit the definition
   */
  public Interactions.Met run(
      Actor actor,
      Application application,
      ObjectNode command,
      JsonNode options,
      @Nullable Long targetId) {
    Draft draft =
        world.with(() -> {
          Resolver resolver = new Resolver(world, actor.user(), actor.channel(), messages);
          ObjectNode data = CommandData.of(command, actor.channel());
          addOptions(data, new OptionReader(resolver, null), command, options);
          addTarget(data, resolver, command, targetId);
          addResolved(data, resolver);
          return draft(InteractionType.COMMAND, actor, application, command, data);
        });
    return interactions.start(draft);
  }

  /** Asks for suggestions while somebody types an option. */
  public Interactions.Met suggest(
      Actor actor, Application application, ObjectNode command, JsonNode options, String focused) {
    Draft draft =
        world.with(() -> {
          Resolver resolver = new Resolver(world, actor.user(), actor.channel(), messages);
          ObjectNode data = CommandData.of(command, actor.channel());
          addOptions(data, new OptionReader(resolver, focused), command, options);
          return draft(InteractionType.AUTOCOMPLETE, actor, application, command, data);
        });
    return interactions.start(draft);
  }

  private static Draft draft(
      InteractionType type,
      Actor actor,
      Application application,
      ObjectNode command,
      ObjectNode data) {
    return new Draft(
        type,
        application,
        actor.user(),
        actor.channel(),
        command.path("name").asText(),
        data,
        null,
        command.path("type").asInt(1));
  }

  private static void addOptions(
      ObjectNode data, OptionReader reader, ObjectNode command, JsonNode options) {
    JsonNode definitions = command.path("options");
    JsonNode read = reader.read(definitions, options, "options");
    if (!read.isEmpty()) {
      data.set("options", read);
    }
  }

  private static void addTarget(
      ObjectNode data, Resolver resolver, ObjectNode command, @Nullable Long targetId) {
    int type = command.path("type").asInt(1);
    if (type != USER_COMMAND && type != MESSAGE_COMMAND) {
      return;
    }
    if (targetId == null || !isKnown(type, resolver, targetId)) {
      throw new NotAllowedException("target_id", "The command needs something that it is used on.");
    }
    data.put("target_id", Long.toString(targetId));
  }

  private static boolean isKnown(int type, Resolver resolver, long targetId) {
    return type == MESSAGE_COMMAND
        ? resolver.message(targetId)
        : resolver.user(TextNode.valueOf(Long.toString(targetId)));
  }

  private static void addResolved(ObjectNode data, Resolver resolver) {
    if (!resolver.json().isEmpty()) {
      data.set("resolved", resolver.json());
    }
  }

  /**
   * Uses a message's component.
   *
   * @throws NotAllowedException when the message has no such component or it cannot be used so
   */
  public Interactions.Met use(Actor actor, Message message, String customId, JsonNode values) {
    Draft draft =
        world.with(() -> {
          Application application = owner(message);
          Resolver resolver = new Resolver(world, actor.user(), actor.channel(), messages);
          ObjectNode data = ComponentData.of(message, customId, values, resolver);
          addResolved(data, resolver);
          return new Draft(
              InteractionType.COMPONENT,
              application,
              actor.user(),
              actor.channel(),
              customId,
              data,
              message,
              0);
        });
    return interactions.start(draft);
  }

  private Application owner(Message message) {
    return world
        .applications()
        .find(message.author().id())
        .orElseThrow(
            () -> new NotAllowedException("message_id", "No application sent this message."));
  }

  /**
   * Submits a dialogue.
   *
   * @param interactionId the interaction whose answer the dialogue was
   * @param values the inputs' values by custom id
   * @throws NotAllowedException when there is no such dialogue or an input is wrong
   */
  public Interactions.Met submit(User user, long interactionId, JsonNode values) {
    Draft draft =
        world.with(() -> {
          Interaction opener =
              interactions
                  .find(interactionId)
                  .filter(found -> found.user().id() == user.id())
                  .filter(found -> found.modal().isPresent())
                  .orElseThrow(() ->
                      new NotAllowedException(
                          "interaction_id", "It opened no dialogue for this user."));
          ObjectNode modal = opener.modal().orElseGet(Json::object);
          return new Draft(
              InteractionType.MODAL_SUBMIT,
              opener.application(),
              user,
              opener.channel(),
              modal.path("custom_id").asText(),
              ModalData.of(modal, values),
              opener.source().orElse(null),
              0);
        });
    return interactions.start(draft);
  }
}
