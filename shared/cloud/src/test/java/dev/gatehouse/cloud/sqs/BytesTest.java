package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

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
      assertThat(b < 0 || b >= ' ').as("a bare control character").isEqualTo(true);
    }
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      assertThat(parser.getText().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
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

    assertThat(allocated < 4L * body.length).as(() -> allocated + " bytes").isTrue();
  }

  @Property(tries = 300)
  void ourHmacIsThePlatforms(@ForAll @Size(min = 1, max = 200) byte[] key, @ForAll String text)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] expected = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    Hmac ours = new Hmac(key);

    assertThat(ours.of(text)).isEqualTo(expected);
    assertThat(ours.of(new ByteOutput().add(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected);
  }

  @Property(tries = 300)
  void datesAreThoseOfTheFormatter(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    String expected = STAMP.format(Instant.ofEpochSecond(second));
    AmzDate date = AmzDate.of(second);

    assertThat(date.stamp()).isEqualTo(expected);
    assertThat(date.day()).isEqualTo(expected.substring(0, 8));
  }
}
