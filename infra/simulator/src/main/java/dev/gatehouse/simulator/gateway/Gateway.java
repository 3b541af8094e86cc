package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Request;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Enrolment;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.wire.MessageJson;
import io.netty.channel.ChannelHandler;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The gateway: connections come in here, and the world's events go out to the sessions.
 *
 * @see <a href="https://discord.com/developers/docs/topics/gateway">Gateway</a>
 */
public final class Gateway {
  /** Where clients connect. */
  public static final String PATH = "/gateway";

  /** Where READY tells them to come back to. */
  public static final String RESUME_PATH = "/gateway/resume";

  private final World world;
  private final Clock clock;
  private final GatewaySettings settings;
  private final Sessions sessions;
  private final ArmedFaults faults = new ArmedFaults();
  private final GatewayFaults inflictor;
  private final Map<Long, IdentifyBudget> budgets = new HashMap<>();
  private final Logins logins;
  private final Requests requests;
  private final ReentrantLock flow = new ReentrantLock();
  private final Condition room = flow.newCondition();

  /**
   * The gateway of a world.
   *
   * @param webSocketUrl the server's own address, such as {@code ws://127.0.0.1:8090}
   */
  public Gateway(
      World world,
      Enrolment enrolment,
      Clock clock,
      GatewaySettings settings,
      MessageJson messages,
      String webSocketUrl) {
    this.world = world;
    this.clock = clock;
    this.settings = settings;
    this.sessions = new Sessions(world, settings.resumableFor());
    this.inflictor = new GatewayFaults(world, sessions, faults);
    this.logins = new Logins(this, world, enrolment, webSocketUrl + RESUME_PATH);
    this.requests = new Requests(world, sessions);
    EventDispatcher dispatcher = new EventDispatcher(world, sessions, messages);
    world.listen(event -> onEvent(event, dispatcher));
  }

  private void onEvent(WorldEvent event, EventDispatcher dispatcher) {
    if (event instanceof WorldEvent.Reset) {
      endAllSessions();
    }
    dispatcher.accept(event);
  }

  private void endAllSessions() {
    sessions.all().forEach(session -> session.connection().ifPresent(this::invalidate));
    sessions.clear();
    faults.clear();
    budgets.clear();
  }

  private void invalidate(Connection connection) {
    connection.send(Payload.of(Opcode.INVALID_SESSION, BooleanNode.FALSE));
    connection.close(CloseCode.UNKNOWN_ERROR);
  }

  /** What takes a new connection over; none when a fault refuses it. */
  public Optional<ChannelHandler> accept(Request request) {
    boolean resuming = request.path().startsWith(RESUME_PATH);
    if (resuming && faults.strikes(FaultKind.REFUSE_RESUME_URL, Optional.empty())) {
      return Optional.empty();
    }
    Optional<Compression> compression = Compression.of(request.query().first("compress"));
    return Optional.of(
        new Connection(
            this,
            compression.orElse(Compression.NONE),
            compression.isPresent() && isSupported(request)));
  }

  private static boolean isSupported(Request request) {
    String version = request.query().first("v").orElse("10");
    String encoding = request.query().first("encoding").orElse("json");
    return (version.equals("10") || version.equals("9")) && encoding.equals("json");
  }

  /** The sessions. */
  public Sessions sessions() {
    return sessions;
  }

  /** What can be done to the connections. */
  public GatewayFaults faults() {
    return inflictor;
  }

  /** How the gateway behaves. */
  public GatewaySettings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  /** An application's session start limit. */
  public ObjectNode sessionStartLimit(Application application) {
    return world.with(() -> budget(application).json());
  }

  IdentifyBudget budget(Application application) {
    return budgets.computeIfAbsent(application.id(), id -> new IdentifyBudget(clock, settings));
  }

  /** Gives an event to the sessions of one application that cover the guild. */
  public boolean dispatchTo(
      Application application, @Nullable Long guildId, String name, ObjectNode data) {
    return world.with(() -> {
      Sessions.Event event =
          new Sessions.Event(
              name,
              Json.id(data, "channel_id").orElse(null),
              Json.id(data, "id").orElse(null),
              Json.bytes(data));
      sessions.deliver(
          session -> session.application() == application && session.shard().covers(guildId),
          event);
      return sessions.isConnected(application);
    });
  }

  /**
   * A message of a guild whose JSON is there already.
   *
   * @param whole for sessions that may read it
   * @param blank for the others
   */
  public record Prepared(long messageId, Channel channel, byte[] whole, byte[] blank) {}

  /** Gives a prepared message to the sessions that hear of it. Used under the world's lock. */
  public void dispatch(Prepared message) {
    long channelId = message.channel().id();
    Predicate<Session> audience =
        new Audience(world.directory(), message.channel()).with(Intents.GUILD_MESSAGES);
    for (Session session : sessions.open()) {
      if (audience.test(session)) {
        byte[] data = session.wants(Intents.MESSAGE_CONTENT) ? message.whole() : message.blank();
        sessions.deliver(
            session, new Sessions.Event("MESSAGE_CREATE", channelId, message.messageId(), data));
      }
    }
  }

  void greet(Connection connection) {
    if (!faults.strikes(FaultKind.NO_HELLO, Optional.empty())) {
      ObjectNode hello = Json.object();
      hello.put("heartbeat_interval", settings.heartbeatInterval().toMillis());
      hello.putArray("_trace").add("simulator");
      connection.send(Payload.of(Opcode.HELLO, hello));
    }
  }

  void receive(Connection connection, JsonNode payload) {
    JsonNode data = payload.path("d");
    switch (payload.path("op").intValue()) {
      case Opcode.HEARTBEAT -> acknowledge(connection);
      case Opcode.IDENTIFY -> identify(connection, data);
      case Opcode.RESUME -> resume(connection, data);
      case Opcode.PRESENCE_UPDATE,
          Opcode.VOICE_STATE_UPDATE,
          Opcode.REQUEST_GUILD_MEMBERS,
          Opcode.REQUEST_SOUNDBOARD_SOUNDS,
          Opcode.REQUEST_CHANNEL_INFO ->
          request(connection, payload);
      default -> connection.close(CloseCode.UNKNOWN_OPCODE);
    }
  }

  private void acknowledge(Connection connection) {
    if (!faults.strikes(FaultKind.NO_ACK, sessionId(connection))) {
      connection.send(Payload.of(Opcode.HEARTBEAT_ACK, Json.object().nullNode()));
    }
  }

  private void identify(Connection connection, JsonNode data) {
    if (!faults.strikes(FaultKind.NO_READY, Optional.empty())) {
      world.change(() -> logins.identify(connection, data));
    }
  }

  private void resume(Connection connection, JsonNode data) {
    if (!faults.strikes(FaultKind.NO_RESUMED, Json.text(data, "session_id"))) {
      world.change(() -> logins.resume(connection, data));
    }
  }

  private void request(Connection connection, JsonNode payload) {
    world.change(() ->
        connection
            .session()
            .ifPresentOrElse(
                session -> requests.answer(session, payload),
                () -> connection.close(CloseCode.NOT_AUTHENTICATED)));
  }

  private Optional<String> sessionId(Connection connection) {
    return world.with(() -> connection.session().map(Session::id));
  }

  void closed(Connection connection, int code) {
    world.change(() ->
        connection
            .session()
            .filter(session -> session.connection().filter(c -> c == connection).isPresent())
            .ifPresent(session -> leave(session, connection, code)));
  }

  private void leave(Session session, Connection connection, int code) {
    session.detach(connection, world.now());
    if (CloseCode.endsSession(code)) {
      sessions.remove(session);
    }
    world.publish(new WorldEvent.ApplicationChanged(session.application()));
  }

  void writabilityChanged() {
    flow.lock();
    try {
      room.signalAll();
    } finally {
      flow.unlock();
    }
  }

  /** Blocks while a connection cannot take more, so that a fast sender does not fill the memory. */
  public void awaitRoom() throws InterruptedException {
    flow.lock();
    try {
      while (isCongested()) {
        room.awaitNanos(1_000_000);
      }
    } finally {
      flow.unlock();
    }
  }

  private boolean isCongested() {
    return world.with(() ->
        sessions.all().stream()
            .flatMap(session -> session.connection().stream())
            .anyMatch(connection -> connection.out().isCongested()));
  }
}
