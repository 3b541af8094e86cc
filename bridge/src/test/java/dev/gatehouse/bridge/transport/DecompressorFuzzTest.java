package dev.gatehouse.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

final class DecompressorFuzzTest {
  private static final int LARGEST = 1 << 16;

  /**
   * The first byte is the compression, the second the length of the first message, the rest two
   * messages of one stream.
   */
  @FuzzTest
  void aStreamIsReadOrBrokenAndNoMessageGrowsTooLarge(byte[] input) {
    if (input.length < 2) {
      return;
    }
    Compression[] all = Compression.values();
    int cut = Math.min(2 + (input[1] & 0xff), input.length);
    try (Decompressor decompressor = all[(input[0] & 0xff) % all.length].decompressor(LARGEST)) {
      read(decompressor, Arrays.copyOfRange(input, 2, cut));
      read(decompressor, Arrays.copyOfRange(input, cut, input.length));
    } catch (BrokenStreamException e) {
      assertThat(e).message().isNotBlank();
    }
  }

  private static void read(Decompressor decompressor, byte[] message) throws BrokenStreamException {
    Incoming read = decompressor.decompress(new Incoming.Data(message, 0, message.length));
    switch (read) {
      case Incoming.Data data -> assertThat(data.length()).isLessThanOrEqualTo(LARGEST);
      case Incoming.Oversized large -> assertThat(large.bytes()).isGreaterThan(LARGEST);
      case Incoming.Closed _ -> throw new AssertionError("a stream does not close");
      case null -> {}
    }
  }
}
