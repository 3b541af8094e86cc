package dev.gatehouse.bridge.shard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.MentionTargets;
import java.util.Arrays;
import java.util.Set;

final class FrameDecoderFuzzTest {
  private static final int MARGIN = 3;

  /** In a buffer a frame has others beside it, of which it may see nothing. */
  @FuzzTest
  void aFrameIsReadOrRefusedAndWhatLiesBesideItDoesNotCount(byte[] frame) {
    byte[] buffer = new byte[frame.length + 2 * MARGIN];
    Arrays.fill(buffer, (byte) '"');
    System.arraycopy(frame, 0, buffer, MARGIN, frame.length);

    String alone = read(frame, 0, frame.length);
    String amongOthers = read(buffer, MARGIN, MARGIN + frame.length);

    assertThat(amongOthers).isEqualTo(alone);
  }

  private static String read(byte[] bytes, int from, int to) {
    try {
      FrameDecoder.Decoded decoded =
          new FrameDecoder(new MentionTargets(1, Set.of())).decode(bytes, from, to);
      return decoded.event() + " " + decoded.scan().opcode() + " " + decoded.scan().sequence();
    } catch (MalformedFrameException e) {
      return "malformed";
    }
  }
}
