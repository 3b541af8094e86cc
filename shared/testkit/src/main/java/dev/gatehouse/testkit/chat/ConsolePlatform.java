package dev.gatehouse.testkit.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.EventMessage;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The smallest chat platform: a person types lines into rooms, and each reply is a text that is
 * rewritten. A line is a message, {@code /name} a command, {@code press ID} a button.
 */
public final class ConsolePlatform extends SilentPlatform {
  /** Its name. */
  public static final Platform NAME = new Platform("text-console");

  private static final ConsolePlatform OF_THIS_PROCESS = new ConsolePlatform();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINE = "line";
  private static final Author ADA = new Author("ada", "Ada", Author.Kind.PERSON);
  private static final Caller CALLER = new Caller(ADA, false);

  private final AtomicInteger typed = new AtomicInteger();
  private final Map<String, Draft> screen = new ConcurrentHashMap<>();

  private ConsolePlatform() {
    super(NAME);
  }

  /** The one that every function in this process shows its answers on. */
  public static ConsolePlatform ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** The event that a line makes, as it crosses the queue. */
  public EventMessage type(String room, String line, Instant now) {
    int number = typed.incrementAndGet();
    String id = "line-" + number;
    RawJson payload =
        new RawJson(
            JSON.createObjectNode()
                .put("id", id)
                .put("room", room)
                .put(LINE, line)
                .put("at", now.toEpochMilli())
                .toString());
    return line.startsWith("/") || line.startsWith("press ")
        ? interaction(id, room, payload, now)
        : new GatewayEvent(
            QueueMessage.VERSION,
            NAME,
            "console",
            number,
            Shard.ONLY,
            LINE,
            null,
            room,
            false,
            false,
            null,
            now,
            new Payload.Inline(payload));
  }

  /** What the reply to the line with that event shows; nothing before it is opened. */
  public Optional<Draft> shown(EventMessage event) {
    return screen.entrySet().stream()
        .filter(reply -> reply.getKey().endsWith(id(event)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The id of the reply's first button. */
  public static String button(Draft draft) {
    return draft.actions().stream().map(Action::id).findFirst().orElseThrow();
  }

  private static InteractionReceived interaction(
      String id, String room, RawJson payload, Instant now) {
    return new InteractionReceived(
        QueueMessage.VERSION,
        NAME,
        id,
        "console",
        0,
        Secret.of("none"),
        Acknowledgement.DEFERRED_MESSAGE,
        null,
        room,
        ADA.id(),
        now,
        payload);
  }

  private static String id(EventMessage event) {
    return switch (event) {
      case GatewayEvent line -> "line-" + line.sequence();
      case InteractionReceived interaction -> interaction.interactionId();
      case GapDetected _ -> throw new IllegalArgumentException("no line");
    };
  }

  @Override
  public PlatformLimits limits() {
    return new PlatformLimits(100_000, 1, 200, 100, 100, 1000, Duration.ofHours(1));
  }

  @Override
  public boolean isMessage(String eventName) {
    return eventName.equals(LINE);
  }

  @Override
  public Optional<IncomingMessage> message(RawJson payload, Optional<String> ourRole) {
    JsonNode typed = read(payload);
    return Optional.of(
        new IncomingMessage(
            new ConversationId(NAME, typed.path("room").asText()),
            typed.path("id").asText(),
            ADA,
            typed.path(LINE).asText(),
            true,
            false,
            false,
            false,
            List.of(),
            Instant.ofEpochMilli(typed.path("at").asLong())));
  }

  @Override
  public Optional<ChatInteraction> interaction(RawJson payload) {
    String line = read(payload).path(LINE).asText();
    Content content =
        line.startsWith("/")
            ? new Content.CommandCall(line.substring(1), Map.of())
            : new Content.PressedButton(line.substring("press ".length()));
    return Optional.of(new ChatInteraction(CALLER, content));
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    screen.put(key, first);
    return new Text(key);
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    return Optional.of(new Text(reference));
  }

  @Override
  public void showTyping(ConversationId conversation) {
    // A console has nothing to show it with.
  }

  private static JsonNode read(RawJson payload) {
    try {
      return JSON.readTree(payload.text());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("payload: is not JSON", e);
    }
  }

  /** A text on the screen. */
  private final class Text implements Reply {
    private final String key;

    Text(String key) {
      this.key = key;
    }

    @Override
    public String reference() {
      return key;
    }

    @Override
    public Duration show(Draft draft) {
      screen.put(key, draft);
      return Duration.ZERO;
    }

    @Override
    public void finish(Draft draft) {
      screen.put(key, draft);
    }
  }
}
