package dev.gatehouse.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConnectionTest {
  private static final int TEXT = 0x81;
  private static final int BINARY = 0x82;
  private static final int LIMIT = 1 << 20;
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), LIMIT);
  private static final Duration LONG = Duration.ofSeconds(60);

  private static GatewayConnection connect(ScriptedServer server, Compression compression)
      throws IOException {
    return GatewayConnection.open(server.url(), compression, LIMITS, System::nanoTime);
  }

  private static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 65_536) {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Incoming next(GatewayConnection connection) throws IOException {
    Incoming next = connection.poll();
    while (next == null) {
      if (!connection.await(LONG)) {
        return new Incoming.Closed(Incoming.Closed.NO_CODE);
      }
      next = connection.poll();
    }
    return next;
  }

  private static String text(GatewayConnection connection) throws IOException {
    Incoming.Data data =
        assertThat(next(connection)).asInstanceOf(type(Incoming.Data.class)).actual();
    return new String(data.bytes(), data.from(), data.length(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN, '/?v=10&encoding=json'",
    "ZLIB, '/?v=10&encoding=json&compress=zlib-stream'",
    "ZSTD, '/?v=10&encoding=json&compress=zstd-stream'"
  })
  void asksForVersionEncodingAndCompression(Compression compression, String path)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, compression)) {
      assertThat(server.request()).startsWith("GET " + path + " HTTP/1.1\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 300_000})
  void readsMessagesOfAnyLength(int length) throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      String message = "é".repeat(length / 2) + "x".repeat(length % 2);
      server.send(frame(TEXT, utf8(message)), frame(TEXT, utf8("next")));

      assertThat(text(connection)).isEqualTo(message);
      assertThat(text(connection)).isEqualTo("next");
    }
  }

  @Test
  void readsAMessageThatComesByteByByte() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      byte[] frame = frame(TEXT, utf8("{\"op\":11}".repeat(20)));
      for (byte b : frame) {
        assertThat(connection.poll()).isNull();
        server.send(new byte[] {b});
        assertThat(connection.await(LONG)).isTrue();
      }

      assertThat(text(connection)).isEqualTo("{\"op\":11}".repeat(20));
    }
  }

  @Test
  void putsFragmentsTogetherAndAnswersAPingBetweenThem() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      server.send(
          frame(0x01, utf8("one ")),
          frame(0x89, utf8("ping")),
          frame(0x00, utf8("two ")),
          frame(0x80, utf8("three")));

      assertThat(text(connection)).isEqualTo("one two three");
      byte[] pong = server.received(2 + 4 + 4);
      assertThat(pong[0]).isEqualTo((byte) 0x8A);
      assertThat(unmasked(pong, 2, 4)).isEqualTo("ping");
    }
  }

  @Test
  void putsACharacterTogetherThatFragmentsPart() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      byte[] accented = utf8("é");
      server.send(
          frame(0x01, new byte[] {accented[0]}),
          frame(0x80, new byte[] {accented[1]}),
          frame(TEXT, utf8("next")));

      assertThat(text(connection)).isEqualTo("é");
      assertThat(text(connection)).isEqualTo("next");
    }
  }

  /** A message above the limit is let pass in whatever form it comes, and the next one is read. */
  @ParameterizedTest
  @CsvSource({
    "PLAIN, 0",
    "PLAIN, 1",
    "PLAIN, 2",
    "ZLIB, 0",
    "ZLIB, 1",
    "ZLIB, 2",
    "ZSTD, 0",
    "ZSTD, 1",
    "ZSTD, 2"
  })
  void letsAMessageAboveTheLimitPass(Compression compression, int form) throws IOException {
    String head = "{\"t\":\"GUILD_CREATE\",\"s\":7,\"op\":0,\"d\":\"";
    Random random = new Random(7);
    StringBuilder text = new StringBuilder(head);
    while (text.length() < 3 * LIMIT) {
      text.append(Long.toString(random.nextLong() >>> 1, 36));
    }
    String large = text.append("\"}").toString();
    String small = "{\"op\":11}";
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, compression);
        ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      Deflater deflater = new Deflater();
      for (int i = 0; i < 2; i++) {
        for (byte[] frame : inForm(form, packed(compression, deflater, zstd, large))) {
          server.send(frame);
        }
        assertThat(next(connection))
            .isEqualTo(new Incoming.Oversized(0, 7, "GUILD_CREATE", large.length()));

        server.send(frame(BINARY, packed(compression, deflater, zstd, small)));
        assertThat(text(connection)).isEqualTo(small);
      }
    }
  }

  private static byte[] packed(
      Compression compression, Deflater deflater, ZstdCompressCtx zstd, String text) {
    return switch (compression) {
      case PLAIN -> utf8(text);
      case ZLIB -> deflated(deflater, text);
      case ZSTD -> compressed(zstd, text);
    };
  }

  /** In one frame, in two that are above the limit, or in many that are not. */
  private static List<byte[]> inForm(int form, byte[] message) {
    int part = form == 0 ? message.length : form == 1 ? message.length / 2 + 1 : 100_000;
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < message.length; at += part) {
      int end = Math.min(message.length, at + part);
      int first = (at == 0 ? 0x02 : 0x00) | (end == message.length ? 0x80 : 0x00);
      frames.add(frame(first, Arrays.copyOfRange(message, at, end)));
    }
    return frames;
  }

  @Test
  void masksWhatItSends() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      connection.send(utf8("{\"op\":1}"));
      byte[] small = server.received(2 + 4 + 8);
      assertThat(small[0]).isEqualTo((byte) TEXT);
      assertThat(small[1]).isEqualTo((byte) (0x80 | 8));
      assertThat(unmasked(small, 2, 8)).isEqualTo("{\"op\":1}");

      connection.send(utf8("y".repeat(300)));
      assertThat(unmasked(server.received(4 + 4 + 300), 4, 300)).isEqualTo("y".repeat(300));
    }
  }

  @Test
  void tellsTheCloseCode() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      server.send(frame(0x88, new byte[] {(byte) (4009 >> 8), (byte) 4009}));

      assertThat(next(connection)).isEqualTo(new Incoming.Closed(4009));
    }
  }

  @Test
  void tellsABrokenConnection() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      server.send(Arrays.copyOf(frame(TEXT, utf8("cut in the middle")), 9));
      server.end();

      assertThat(next(connection)).isEqualTo(new Incoming.Closed(Incoming.Closed.NO_CODE));
    }
  }

  @Test
  void saysWhyItCloses() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching()) {
      GatewayConnection connection = connect(server, Compression.PLAIN);
      connection.close(4000);

      byte[] close = server.received(2 + 4 + 2);
      assertThat(close[0]).isEqualTo((byte) 0x88);
      assertThat((close[6] ^ close[2]) << 8 & 0xFF00 | (close[7] ^ close[3]) & 0xFF)
          .isEqualTo(4000);
    }
  }

  @Test
  void doesNotWaitLongerThanAsked() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      assertThat(connection.await(Duration.ofMillis(1))).isTrue();
      assertThat(connection.poll()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "81 FF 00 00 00 00 00 00 00 00, a length with its top bit",
    "81 7F FF 00 00 00 00 00 00 00, a length with its top bit",
    "89 7F 00 00 00 00 10 00 00 00, a ping above the limit",
    "80 7F 00 00 00 00 10 00 00 00, a continuation of nothing above the limit",
    "C1 7F 00 00 00 00 10 00 00 00, a reserved bit above the limit",
    "81 81 00 00 00 00 78, a masked frame",
    "C1 01 78, a reserved bit",
    "83 01 78, an unknown opcode",
    "8B 00, an unknown control opcode",
    "09 00, a fragmented ping",
    "80 01 78, a continuation of nothing",
    "01 01 78 81 01 78, a message within another",
    "88 7E 00 7E, a long close"
  })
  void refusesWhatBreaksTheProtocol(String hex, String what) throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.PLAIN)) {
      server.send(HexFormat.ofDelimiter(" ").parseHex(hex));
      server.send(new byte[200]);

      assertThatThrownBy(() -> next(connection)).as(what).isInstanceOf(BrokenStreamException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"403 Forbidden, 403", "400 Bad Request, 400", "200 OK, 200"})
  void tellsHowTheUpgradeWasRefused(String status, int code) throws IOException {
    try (ScriptedServer server =
        ScriptedServer.answering("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")) {
      UpgradeRefusedException refused =
          assertThatExceptionOfType(UpgradeRefusedException.class)
              .isThrownBy(() -> connect(server, Compression.PLAIN))
              .actual();

      assertThat(refused.status()).isEqualTo(code);
    }
  }

  @Test
  void doesNotTakeAnyAcceptKey() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.answering(
            "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: AAAA\r\n\r\n")) {
      assertThatThrownBy(() -> connect(server, Compression.PLAIN))
          .isInstanceOf(UpgradeRefusedException.class);
    }
  }

  @Test
  void inflatesAStreamWhoseMessagesSpanFrames() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.ZLIB)) {
      Deflater deflater = new Deflater();
      byte[] first = deflated(deflater, "hello ".repeat(30_000));
      byte[] second = deflated(deflater, "hello again");
      server.send(
          frame(BINARY, Arrays.copyOf(first, first.length - 2)),
          frame(BINARY, Arrays.copyOfRange(first, first.length - 2, first.length)),
          frame(BINARY, second));

      assertThat(text(connection)).isEqualTo("hello ".repeat(30_000));
      assertThat(text(connection)).isEqualTo("hello again");
    }
  }

  @Test
  void decompressesAZstdFrameThatNeverEnds() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, Compression.ZSTD);
        ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      StringBuilder large = new StringBuilder();
      RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
      while (large.length() < 200_000) {
        large.append(random.nextLong());
      }
      for (String message : new String[] {"hello", large.toString(), "", "hello again"}) {
        server.send(frame(BINARY, compressed(zstd, message)));
        assertThat(text(connection)).isEqualTo(message);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZLIB", "ZSTD"})
  void refusesAStreamThatIsNotCompressed(Compression compression) throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, compression)) {
      server.send(frame(TEXT, utf8("{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}")));

      assertThatThrownBy(() -> next(connection)).isInstanceOf(BrokenStreamException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZLIB", "ZSTD"})
  void letsAMessagePassThatUnpacksBeyondTheLimit(Compression compression) throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection = connect(server, compression);
        ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      String bomb = "0".repeat(2 * LIMIT);
      byte[] packed =
          compression == Compression.ZLIB ? deflated(new Deflater(), bomb) : compressed(zstd, bomb);
      assertThat(packed.length < LIMIT / 10).isTrue();
      server.send(frame(BINARY, packed));

      assertThat(next(connection)).isEqualTo(new Incoming.Oversized(-1, 0, "", 2 * LIMIT));
    }
  }

  @Test
  void connectsOnlyToWebSockets() {
    assertThatThrownBy(() ->
            GatewayConnection.open(
                "https://discord.com", Compression.PLAIN, LIMITS, System::nanoTime))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Address.of(URI.create("ws://h/x")).secure()).isFalse();
    assertThat(Address.of(URI.create("wss://h")).port()).isEqualTo(443);
  }

  private static String unmasked(byte[] frame, int maskAt, int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) (frame[maskAt + 4 + i] ^ frame[maskAt + (i & 3)]);
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] deflated(Deflater deflater, String text) {
    deflater.setInput(utf8(text));
    byte[] output = new byte[text.length() + 1000];
    int length = deflater.deflate(output, 0, output.length, Deflater.SYNC_FLUSH);
    byte[] packed = Arrays.copyOf(output, length);
    assertThat(Arrays.copyOfRange(packed, length - 4, length)).isEqualTo(new byte[] {0, 0, -1, -1});
    return packed;
  }

  private static byte[] compressed(ZstdCompressCtx zstd, String text) {
    ByteBuffer source = ByteBuffer.allocateDirect(utf8(text).length).put(utf8(text)).flip();
    ByteBuffer target = ByteBuffer.allocateDirect(text.length() + 1000);
    while (!zstd.compressDirectByteBufferStream(target, source, EndDirective.FLUSH)) {
      assertThat(target.hasRemaining()).isTrue();
    }
    byte[] packed = new byte[target.flip().remaining()];
    target.get(packed);
    return packed;
  }
}
