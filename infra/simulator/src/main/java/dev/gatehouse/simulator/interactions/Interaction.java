package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An interaction from its start until its token expires. Used under the world's lock. */
public final class Interaction {
  /** How long its token lives. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final long id;
  private final String token;
  private final Draft draft;
  private final Instant createdAt;
  private final CompletableFuture<Outcome> first = new CompletableFuture<>();
  private Stage stage = Stage.WAITING;
  private @Nullable Long originalId;
  private @Nullable ObjectNode modal;

  /** How far it is. */
  enum Stage {
    WAITING,
    DEFERRED,
    DEFERRED_UPDATE,
    DONE,
    FAILED;

    /** The page's word. */
    String label() {
      return switch (this) {
        case WAITING -> "waiting";
        case DEFERRED, DEFERRED_UPDATE -> "deferred";
        case DONE -> "done";
        case FAILED -> "failed";
      };
    }
  }

  Interaction(long id, String token, Draft draft, Instant createdAt) {
    this.id = id;
    this.token = token;
    this.draft = draft;
    this.createdAt = createdAt;
  }

  /** Its id. */
  public long id() {
    return id;
  }

  /** What lets the application answer. */
  String token() {
    return token;
  }

  /** Discord's number of its kind. */
  public int type() {
    return draft.type().code();
  }

  InteractionType kind() {
    return draft.type();
  }

  /** Who is to answer. */
  public Application application() {
    return draft.application();
  }

  /** Who started it. */
  public User user() {
    return draft.user();
  }

  /** Where. */
  public Channel channel() {
    return draft.channel();
  }

  /** The message whose component was used. */
  Optional<Message> source() {
    return Optional.ofNullable(draft.source());
  }

  Draft draft() {
    return draft;
  }

  Stage stage() {
    return stage;
  }

  boolean isExpired(Instant now) {
    return createdAt.plus(LIFE).isBefore(now);
  }

  /** The message that {@code @original} means, once there is one. */
  Optional<Long> originalId() {
    return Optional.ofNullable(originalId);
  }

  /** The dialogue that it opened. */
  Optional<ObjectNode> modal() {
    return Optional.ofNullable(modal);
  }

  CompletableFuture<Outcome> first() {
    return first;
  }

  void answered(Message message) {
    originalId = message.id();
    settle(Stage.DONE, new Outcome.Answered(message));
  }

  void deferred(Message message) {
    originalId = message.id();
    settle(Stage.DEFERRED, new Outcome.Deferred(Optional.of(message)));
  }

  void deferredUpdate(Message target) {
    originalId = target.id();
    settle(Stage.DEFERRED_UPDATE, new Outcome.Deferred(Optional.empty()));
  }

  void suggested(Outcome.Suggested choices) {
    settle(Stage.DONE, choices);
  }

  void asked(ObjectNode dialogue) {
    modal = dialogue;
    settle(Stage.DONE, new Outcome.Asked(dialogue));
  }

  void failed(String reason) {
    settle(Stage.FAILED, new Outcome.Failed(reason));
  }

  /** What was deferred is there. */
  void fulfilled() {
    stage = Stage.DONE;
  }

  private void settle(Stage next, Outcome outcome) {
    stage = next;
    first.complete(outcome);
  }

  /** Its state as the page shows it. */
  ObjectNode stateJson(Optional<String> reason) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(id));
    json.put("application_id", Long.toString(application().id()));
    json.put("channel_id", Long.toString(channel().id()));
    json.put("user_id", Long.toString(user().id()));
    json.put("name", draft.name());
    json.put("state", stage.label());
    reason.ifPresent(text -> json.put("reason", text));
    return json;
  }
}
