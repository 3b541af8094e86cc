package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.bridge.transport.GatewayConnection;
import dev.gatehouse.bridge.transport.Limits;
import dev.gatehouse.bridge.transport.UpgradeRefusedException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a shard's connections, and steps down from a compression that is refused. */
public final class Dialer {
  private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);

  /** What an upgrade is answered with when its parameters are at fault. */
  private static final Set<Integer> REFUSALS = Set.of(400, 406, 415, 422);

  private final String mainUrl;
  private final Limits limits;
  private final Compression wanted;
  private volatile Compression compression;

  /**
   * @param mainUrl the URL of {@code /gateway/bot}
   * @param wanted what to begin with
   */
  public Dialer(String mainUrl, Compression wanted, Limits limits) {
    this.mainUrl = mainUrl;
    this.wanted = wanted;
    this.compression = wanted;
    this.limits = limits;
  }

  /** What is in use. */
  public Compression compression() {
    return compression;
  }

  /** Whether the wanted compression was refused. */
  public boolean isDegraded() {
    return compression != wanted;
  }

  /**
   * Connects.
   *
   * @param asked the compression to ask for
   */
  GatewayConnection open(Optional<String> resumeUrl, Compression asked) throws IOException {
    try {
      return GatewayConnection.open(resumeUrl.orElse(mainUrl), asked, limits);
    } catch (UpgradeRefusedException e) {
      if (REFUSALS.contains(e.status())) {
        stepDown(asked, e.toString());
      }
      throw e;
    } catch (LinkageError e) {
      stepDown(asked, "the native library does not load");
      throw new IOException("cannot decompress", e);
    }
  }

  /** A connection ended, or made no sense, before its first payload. */
  void refusedBeforeHello(Compression asked, String why) {
    stepDown(asked, why);
  }

  /** Shards that are refused at the same time step down once. */
  private synchronized void stepDown(Compression refused, String why) {
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
        });
  }
}
