package dev.gatehouse.cloud.sqs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The parts that work on bytes, each against an independent way to the same result. */
final class BytesTest {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Property(tries = 300)
  void whatIsEscapedReadsBackTheSame(@ForAll String text) throws IOException {
    byte[] bytes =
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.UTF_8);
    byte[] json =
        new ByteOutput().add((byte) '"').escaped(bytes, 0, bytes.length).add((byte) '"').toArray();

    for (byte b : json) {
      assertEquals(true, b < 0 || b >= ' ', "a bare control character");
    }
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      assertArrayEquals(bytes, parser.getText().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Example
  void aLargeBodyTakesLittleMoreRoomThanItHas() {
    byte[] body = "{\"name\":\"some value\"},".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ByteOutput output = new ByteOutput();

    long before = threads.getCurrentThreadAllocatedBytes();
    output.escaped(body, 0, body.length);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertTrue(allocated < 4L * body.length, () -> allocated + " bytes");
  }

  @Property(tries = 300)
  void ourHmacIsThePlatforms(@ForAll @Size(min = 1, max = 200) byte[] key, @ForAll String text)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] expected = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    Hmac ours = new Hmac(key);

    assertArrayEquals(expected, ours.of(text));
    assertArrayEquals(
        expected, ours.of(new ByteOutput().add(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Property(tries = 300)
  void datesAreThoseOfTheFormatter(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    String expected = STAMP.format(Instant.ofEpochSecond(second));
    AmzDate date = AmzDate.of(second);

    assertEquals(expected, date.stamp());
    assertEquals(expected.substring(0, 8), date.day());
  }
}
