package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.bridge.transport.GatewayConnection;
import dev.gatehouse.bridge.transport.Limits;
import dev.gatehouse.bridge.transport.UpgradeRefusedException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a shard's connections, and steps down from a compression that is refused. */
public final class Dialer {
  private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);
  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;

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

  GatewayConnection open(Optional<String> resumeUrl) throws IOException {
    try {
      return GatewayConnection.open(resumeUrl.orElse(mainUrl), compression, limits);
    } catch (UpgradeRefusedException e) {
      if (e.status() >= BAD_REQUEST && e.status() < SERVER_ERROR) {
        stepDown(e.toString());
      }
      throw e;
    } catch (LinkageError e) {
      stepDown("the native library does not load");
      throw new IOException("cannot decompress", e);
    }
  }

  /** A connection ended, or made no sense, before its first payload. */
  void refusedBeforeHello(String why) {
    stepDown(why);
  }

  private void stepDown(String why) {
    compression
        .fallback()
        .ifPresent(next -> {
          LOG.atWarn()
              .addKeyValue("refused", compression)
              .addKeyValue("next", next)
              .addKeyValue("reason", why)
              .log("compression refused, stepping down");
          compression = next;
        });
  }
}
