package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Request;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.BotAuthentication;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.wire.MessageJson;
import io.netty.channel.ChannelHandler;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
  private final Connection.Listener connections;
  private final Backpressure backpressure = new Backpressure(this::isCongested);

  /**
   * The gateway of a world.
   *
   * @param webSocketUrl the server's own address, such as {@code ws://127.0.0.1:8090}
   */
  public Gateway(
      World world,
      BotAuthentication enrolment,
      Clock clock,
      GatewaySettings settings,
      MessageJson messages,
      String webSocketUrl) {
    this.world = world;
    this.clock = clock;
    this.settings = settings;
    this.sessions = new Sessions(world, settings.resumableFor());
    this.inflictor = new GatewayFaults(world, sessions, faults);
    PayloadRouter inbox =
        new PayloadRouter(
            world,
            faults,
            new IdentifyAndResume(
                world, sessions, settings, this::budget, enrolment, webSocketUrl + RESUME_PATH),
            new ClientRequests(world, sessions),
            settings.heartbeatInterval());
    this.connections =
        new Connection.Listener(inbox::greet, inbox::receive, this::closed, backpressure::changed);
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

  private void invalidate(ClientConnection connection) {
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
            connections,
            settings,
            clock,
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

  /** What a fast sender waits on. */
  public Backpressure backpressure() {
    return backpressure;
  }

  /** An application's session start limit. */
  public ObjectNode sessionStartLimit(Application application) {
    return world.with(() -> budget(application).json());
  }

  private IdentifyBudget budget(Application application) {
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

  private void closed(Connection connection, int code) {
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

  private boolean isCongested() {
    return world.with(() ->
        sessions.all().stream()
            .flatMap(session -> session.connection().stream())
            .anyMatch(connection -> connection.out().isCongested()));
  }
}
