package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.interactions.Interactions;
import dev.gatehouse.simulator.interactions.NotAllowedException;
import dev.gatehouse.simulator.interactions.Outcome;
import dev.gatehouse.simulator.interactions.PersonActions;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.MessageJson;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Commands, components and dialogues, each answered once the application's first response is known.
 */
public final class InteractionControl implements ControlApi.RouteGroup {
  private final World world;
  private final PersonActions people;
  private final MessageJson json;
  private final Finder find;
  private final CommandFinder commands;

  /** Interactions of a world's people. */
  public InteractionControl(World world, PersonActions people, MessageJson json) {
    this.world = world;
    this.people = people;
    this.json = json;
    this.find = new Finder(world);
    this.commands = new CommandFinder(world);
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    routes
        .add("POST", "/control/commands", call -> met(() -> run(call)))
        .add("POST", "/control/autocomplete", this::suggest)
        .add("POST", "/control/components", call -> met(() -> use(call)))
        .add("POST", "/control/modals", call -> met(() -> submit(call)));
  }

  private Interactions.Met run(ControlCall call) {
    PersonActions.Actor actor = actor(call);
    CommandFinder.Found found = world.with(() -> commands.find(call, actor.channel()));
    return people.run(
        actor,
        found.application(),
        found.command(),
        options(call),
        call.optionalId("target_id").orElse(null));
  }

  private Reply suggest(ControlCall call) {
    PersonActions.Actor actor = actor(call);
    CommandFinder.Found found = world.with(() -> commands.find(call, actor.channel()));
    Outcome outcome =
        guarded(() ->
                people.suggest(
                    actor,
                    found.application(),
                    found.command(),
                    options(call),
                    call.text("focused")))
            .outcome();
    ObjectNode body = Json.object();
    body.set(
        "choices",
        outcome instanceof Outcome.Suggested suggested ? suggested.choices() : Json.array());
    if (outcome instanceof Outcome.Failed(String reason)) {
      body.put("reason", reason);
    }
    return Reply.ok(body);
  }

  private Interactions.Met use(ControlCall call) {
    long messageId = call.id("message_id");
    String customId = call.text("custom_id");
    JsonNode values = Json.field(call.body(), "values").orElseGet(Json::array);
    User user = world.with(() -> find.person(call.id("user_id")));
    Message message = world.with(() -> find.visible(messageId, user, "message_id"));
    Channel channel = world.with(() -> find.channel(message.channelId(), user));
    return people.use(new PersonActions.Actor(user, channel), message, customId, values);
  }

  private Interactions.Met submit(ControlCall call) {
    User user = world.with(() -> find.person(call.id("user_id")));
    JsonNode values = Json.field(call.body(), "components").orElseGet(Json::object);
    return people.submit(user, call.id("interaction_id"), values);
  }

  private PersonActions.Actor actor(ControlCall call) {
    return world.with(() -> {
      User user = find.person(call.id("user_id"));
      return new PersonActions.Actor(user, find.channel(call.id("channel_id"), user));
    });
  }

  private static JsonNode options(ControlCall call) {
    JsonNode options = Json.field(call.body(), "options").orElseGet(Json::object);
    if (!options.isContainerNode()) {
      throw ControlError.invalid("options", "Must be an object of names and values, or an array.");
    }
    return options;
  }

  private Reply met(Supplier<Interactions.Met> action) {
    Interactions.Met met = guarded(action);
    ObjectNode body = Json.object();
    body.set("interaction", world.with(met::state));
    body.set("message", message(met.outcome()).map(this::shown).orElse(null));
    return Reply.ok(body);
  }

  private ObjectNode shown(Message message) {
    return world.with(() -> json.shown(message));
  }

  private static Optional<Message> message(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(Message message) -> Optional.of(message);
      case Outcome.Deferred(Optional<Message> message) -> message;
      case Outcome.Suggested suggested -> Optional.empty();
      case Outcome.Asked asked -> Optional.empty();
      case Outcome.Failed failed -> Optional.empty();
    };
  }

  private static Interactions.Met guarded(Supplier<Interactions.Met> action) {
    try {
      return action.get();
    } catch (NotAllowedException misuse) {
      throw ControlError.invalid(misuse.field(), String.valueOf(misuse.getMessage()));
    }
  }
}
