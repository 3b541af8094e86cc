package dev.gatehouse.bridge;

import dev.gatehouse.bridge.identify.MeteredIdentifyGate;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.GatewayConnector;
import dev.gatehouse.bridge.sharding.Coordination;
import dev.gatehouse.cloud.credentials.CredentialsSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what a person should know about a bridge. Safe for use by several threads. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final BridgeSettings settings;
  private final Coordination coordination;
  private final GatewayLookup lookup;
  private final OutboxMetrics outbox;
  private final Clock clock;
  private volatile @Nullable Watched watched;
  private volatile String credentials = "";

  /** What there is once Discord has told where the gateway is. */
  private record Watched(GatewayConnector connector, MeteredIdentifyGate gate) {}

  Problems(
      BridgeSettings settings,
      Coordination coordination,
      GatewayLookup lookup,
      OutboxMetrics outbox,
      Clock clock) {
    this.settings = settings;
    this.coordination = coordination;
    this.lookup = lookup;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Tells the log what is not well at the start, missing credentials among it. */
  void tell(CredentialsSource source) {
    try {
      source.current();
    } catch (RuntimeException e) {
      credentials =
          "no credentials for AWS ("
              + e.getMessage()
              + "): set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run under a role";
    }
    list().forEach(problem -> LOG.atWarn().addKeyValue("problem", problem).log("not all is well"));
  }

  /** From now on these are looked at as well. */
  void watch(GatewayConnector connector, MeteredIdentifyGate gate) {
    watched = new Watched(connector, gate);
  }

  /** All of them, each with its remedy; empty when all is well. */
  List<String> list() {
    List<String> problems = new ArrayList<>(coordination.problems());
    if (!credentials.isEmpty() && !outbox.hasSent()) {
      problems.add(credentials);
    }
    if (!lookup.problem().isEmpty()) {
      problems.add(lookup.problem());
    }
    if (outbox.isFailing()) {
      problems.add("EVENTS_QUEUE_URL: the queue does not take events");
    }
    if (!outbox.deadLetters().isEmpty()) {
      problems.add(outbox.deadLetters());
    }
    if (!outbox.defects().isEmpty()) {
      problems.add(outbox.defects());
    }
    if (settings.claims().isEmpty()) {
      problems.add("CLAIMS_BUCKET is not set: events above 1 MiB cannot be sent");
    }
    Optional.ofNullable(watched).ifPresent(found -> add(found, problems));
    return problems;
  }

  private void add(Watched found, List<String> problems) {
    if (found.connector().isDegraded()) {
      problems.add("compression refused, using " + found.connector().compression());
    }
    found.gate().remaining().problem(clock.instant()).ifPresent(problems::add);
  }
}
