package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.session.SessionState;
import dev.gatehouse.contracts.Shard;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a shard does.
 *
 * @param state its session's state, such as {@code Live}
 * @param live whether events flow
 * @param detail what a person should know; empty when all is well
 */
public record ShardStatus(Shard shard, String state, boolean live, String detail) {
  /**
   * The status of a shard whose session stands there.
   *
   * @param refusal why it may not identify now; empty when it may, or has not asked
   * @param more what else a person should know, each empty when all is well
   */
  static ShardStatus of(Shard shard, SessionState state, String refusal, String... more) {
    String first =
        switch (state) {
          case SessionState.Halted halted -> halted.whatToDo();
          case SessionState.Paused _ -> "the spool is full: is the queue reachable?";
          case SessionState.Waiting _,
              SessionState.AwaitingIdentify _,
              SessionState.AwaitingSlot _ ->
              refusal;
          case SessionState.Idle _,
              SessionState.Connecting _,
              SessionState.Connected _,
              SessionState.Stopped _ ->
              "";
        };
    String detail =
        Stream.concat(Stream.of(first), Arrays.stream(more))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new ShardStatus(
        shard, state.getClass().getSimpleName(), state instanceof SessionState.Live, detail);
  }
}
