package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.BotAuthentication;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.wire.GuildJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** IDENTIFY and RESUME. Used under the world's lock. */
final class IdentifyAndResume {
  /** More guilds than these need another shard. */
  private static final int GUILDS_PER_SHARD = 2_500;

  private final World world;
  private final Sessions sessions;
  private final GatewaySettings settings;
  private final Function<Application, IdentifyBudget> budgets;
  private final BotAuthentication enrolment;
  private final String resumeUrl;

  IdentifyAndResume(
      World world,
      Sessions sessions,
      GatewaySettings settings,
      Function<Application, IdentifyBudget> budgets,
      BotAuthentication enrolment,
      String resumeUrl) {
    this.world = world;
    this.sessions = sessions;
    this.settings = settings;
    this.budgets = budgets;
    this.enrolment = enrolment;
    this.resumeUrl = resumeUrl;
  }

  void identify(Connection connection, JsonNode data) {
    if (connection.session().isPresent()) {
      connection.close(CloseCode.ALREADY_AUTHENTICATED);
      return;
    }
    switch (Identify.parse(data)) {
      case Identify.Parsed.Bad(CloseCode code) -> connection.close(code);
      case Identify.Parsed.Good(Identify identify) -> identify(connection, identify);
    }
  }

  private void identify(Connection connection, Identify identify) {
    Optional<Application> application = enrolment.authenticate(identify.token());
    if (application.isEmpty()) {
      connection.close(CloseCode.AUTHENTICATION_FAILED);
    } else if (isDisallowed(identify)) {
      connection.close(CloseCode.DISALLOWED_INTENTS);
    } else if (guilds(application.get(), identify.shard()).size() > GUILDS_PER_SHARD) {
      connection.close(CloseCode.SHARDING_REQUIRED);
    } else {
      start(connection, identify, application.get());
    }
  }

  private boolean isDisallowed(Identify identify) {
    return !settings.privilegedIntents() && !Intents.areUnprivileged(identify.intents());
  }

  private void start(Connection connection, Identify identify, Application application) {
    switch (budgets.apply(application).take(identify.shard().id())) {
      case EXHAUSTED -> connection.close(CloseCode.AUTHENTICATION_FAILED);
      case TOO_FAST -> refuse(connection);
      case GRANTED -> open(connection, identify, application);
    }
  }

  private void open(Connection connection, Identify identify, Application application) {
    Session session =
        new Session(
            UUID.randomUUID().toString().replace("-", ""),
            application,
            identify.shard(),
            identify.intents(),
            settings.replayLimit());
    sessions.add(session);
    connect(connection, session);
    ObjectNode ready = ReadyJson.of(session, guilds(application, session.shard()), resumeUrl);
    deliver(session, "READY", ready);
    if (session.wants(Intents.GUILDS)) {
      guilds(application, session.shard()).forEach(guild -> announce(session, guild));
    }
    world.publish(new WorldEvent.ApplicationChanged(application));
  }

  private void announce(Session session, Guild guild) {
    deliver(
        session,
        "GUILD_CREATE",
        GuildJson.created(guild, world.directory(), session.application().id()));
  }

  private void deliver(Session session, String name, ObjectNode data) {
    sessions.deliver(
        session,
        new Sessions.Event(name, null, Json.id(data, "id").orElse(null), Json.bytes(data)));
  }

  private List<Guild> guilds(Application application, Shard shard) {
    return world.directory().guildsOf(application.id()).stream()
        .filter(guild -> shard.covers(guild.id()))
        .toList();
  }

  void resume(Connection connection, JsonNode data) {
    if (connection.session().isPresent()) {
      connection.close(CloseCode.ALREADY_AUTHENTICATED);
      return;
    }
    Optional<Application> application = Json.text(data, "token").flatMap(enrolment::authenticate);
    if (application.isEmpty() || !data.path("seq").isIntegralNumber()) {
      connection.close(
          application.isEmpty() ? CloseCode.AUTHENTICATION_FAILED : CloseCode.DECODE_ERROR);
      return;
    }
    Json.text(data, "session_id")
        .flatMap(sessions::find)
        .filter(session -> session.application() == application.get())
        .ifPresentOrElse(
            session -> resume(connection, session, data.path("seq").longValue()),
            () -> refuse(connection));
  }

  private void resume(Connection connection, Session session, long seq) {
    Optional<List<Payload.Dispatch>> missed = session.after(seq);
    if (seq > session.seq() || seq < 0) {
      sessions.remove(session);
      connection.close(CloseCode.INVALID_SEQ);
    } else if (missed.isEmpty()) {
      sessions.remove(session);
      refuse(connection);
    } else {
      session.connection().ifPresent(old -> old.close(CloseCode.UNKNOWN_ERROR));
      connect(connection, session);
      missed.get().forEach(connection::send);
      ObjectNode resumed = Json.object();
      resumed.putArray("_trace").add("simulator");
      deliver(session, "RESUMED", resumed);
      world.publish(new WorldEvent.ApplicationChanged(session.application()));
    }
  }

  private static void connect(Connection connection, Session session) {
    connection.carry(session);
    session.attach(connection);
  }

  private static void refuse(Connection connection) {
    connection.send(Payload.of(Opcode.INVALID_SESSION, BooleanNode.FALSE));
  }
}
