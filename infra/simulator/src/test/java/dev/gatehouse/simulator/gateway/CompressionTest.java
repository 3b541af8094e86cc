package dev.gatehouse.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.gatehouse.simulator.testing.GatewayClient;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CompressionTest {
  private final SimulatorFixture lab = SimulatorFixture.open();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void streamsZlibWithOneContextAndASyncFlush() {
    Inflater inflater = new Inflater();
    livesThrough(
        "zlib-stream",
        bytes -> {
          int end = bytes.length;
          assertThat(bytes[end - 2] == (byte) 0xFF && bytes[end - 1] == (byte) 0xFF).isTrue();
          return inflate(inflater, bytes);
        });
    inflater.end();
  }

  @Test
  void streamsZstdWithOneFrameThatNeverEnds() throws IOException {
    Feed feed = new Feed();
    try (ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(feed)) {
      zstd.setContinuous(true);
      livesThrough("zstd-stream", bytes -> decompress(zstd, feed, bytes));
    }
  }

  @Test
  void refusesACompressionThatItDoesNotKnow() {
    try (GatewayClient client =
        GatewayClient.connect(lab.gatewayUrl(), "v=10&compress=brotli", bytes -> bytes)) {
      assertThat(client.closeCode()).isEqualTo(4012);
    }
  }

  private void livesThrough(String compression, UnaryOperator<byte[]> decompress) {
    String query = "v=10&encoding=json&compress=" + compression;
    try (GatewayClient client = GatewayClient.connect(lab.gatewayUrl(), query, decompress)) {
      client.ready(SimulatorFixture.TOKEN);
      lab.say("ada", lab.channel("general"), "packed " + "x".repeat(1900));
      JsonNode message = client.event("MESSAGE_CREATE").path("d");
      assertThat(message.path("content").asText().length()).isEqualTo(1907);
      assertThat(lab.state().at("/sessions/0/compress").asText()).isEqualTo(compression);
    }
  }

  private static byte[] inflate(Inflater inflater, byte[] bytes) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      inflater.setInput(bytes);
      for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] decompress(InputStream zstd, Feed feed, byte[] bytes) {
    try {
      feed.bytes = bytes;
      feed.at = 0;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int n = zstd.read(buffer); n > 0; n = zstd.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives one message's bytes and then says that there are no more for now. */
  private static final class Feed extends InputStream {
    private byte[] bytes = new byte[0];
    private int at;

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }
  }
}
