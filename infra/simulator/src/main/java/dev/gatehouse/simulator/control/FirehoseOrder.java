package dev.gatehouse.simulator.control;

/**
 * How much is to be said.
 *
 * @param guilds how many guilds the channels are spread over
 * @param channels over how many channels
 * @param count how many messages
 * @param size how long a dispatch is, in bytes
 * @param rate messages per second; 0 is as fast as the connections take them
 */
record FirehoseOrder(int guilds, int channels, long count, int size, long rate) {
  private static final int MOST_GUILDS = 100;
  private static final int MOST_CHANNELS = 1_000;
  private static final long MOST_MESSAGES = 100_000_000;
  private static final int LEAST_SIZE = 700;
  private static final int MOST_SIZE = 8_000;
  private static final int MOST_RATE = 10_000_000;

  static FirehoseOrder of(ControlCall call) {
    return new FirehoseOrder(
        (int) call.number("guilds", 1, 1, MOST_GUILDS),
        (int) call.number("channels", 1, 1, MOST_CHANNELS),
        call.number("count", 1_000, 1, MOST_MESSAGES),
        (int) call.number("size", 1_024, LEAST_SIZE, MOST_SIZE),
        call.number("rate", 0, 0, MOST_RATE));
  }
}
