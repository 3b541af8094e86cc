package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.bridge.transport.GatewayConnection;
import dev.gatehouse.bridge.transport.Limits;
import dev.gatehouse.bridge.transport.UpgradeRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a shard's connections. A compression that is refused gives way to a lesser one for an hour;
 * then a connection tries the wanted one again.
 */
public final class GatewayConnector {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayConnector.class);

  /** What an upgrade is answered with when its parameters are at fault. */
  private static final Set<Integer> REFUSALS = Set.of(400, 406, 415, 422);

  private static final Duration TRY_AGAIN = Duration.ofHours(1);

  private final String mainUrl;
  private final Limits limits;
  private final Compression wanted;
  private final LongSupplier nanos;
  private volatile Compression compression;
  private Instant tryAgain = Instant.MAX;

  /**
   * @param mainUrl the URL of {@code /gateway/bot}
   * @param wanted what to begin with
   * @param nanos a monotonic clock
   */
  public GatewayConnector(String mainUrl, Compression wanted, Limits limits, LongSupplier nanos) {
    this.mainUrl = mainUrl;
    this.wanted = wanted;
    this.compression = wanted;
    this.limits = limits;
    this.nanos = nanos;
  }

  /** What is in use. */
  public Compression compression() {
    return compression;
  }

  /** Whether the wanted compression was refused. */
  public boolean isDegraded() {
    return compression != wanted;
  }

  /** The compression that a connection is to ask for. */
  synchronized Compression choose(Instant now) {
    if (isDegraded() && !now.isBefore(tryAgain)) {
      LOG.atInfo().addKeyValue("compression", wanted).log("trying the wanted compression again");
      compression = wanted;
    }
    return compression;
  }

  /**
   * Connects.
   *
   * @param asked the compression to ask for
   */
  GatewayConnection open(Optional<String> resumeUrl, Compression asked, Instant now)
      throws IOException {
    try {
      return GatewayConnection.open(resumeUrl.orElse(mainUrl), asked, limits, nanos);
    } catch (UpgradeRefusedException e) {
      if (REFUSALS.contains(e.status())) {
        stepDown(asked, e.toString(), now);
      }
      throw e;
    } catch (LinkageError e) {
      stepDown(asked, "the native library does not load", now);
      throw new IOException("cannot decompress", e);
    }
  }

  /** A connection ended, or made no sense, before its first payload. */
  void refusedBeforeHello(Compression asked, String why, Instant now) {
    stepDown(asked, why, now);
  }

  /** Shards that are refused at the same time step down once. */
  private synchronized void stepDown(Compression refused, String why, Instant now) {
    if (compression != refused) {
      return;
    }
    refused
        .fallback()
        .ifPresent(next -> {
          LOG.atWarn()
              .addKeyValue("refused", refused)
              .addKeyValue("next", next)
              .addKeyValue("reason", why)
              .log("compression refused, stepping down");
          compression = next;
          tryAgain = now.plus(TRY_AGAIN);
        });
  }
}
