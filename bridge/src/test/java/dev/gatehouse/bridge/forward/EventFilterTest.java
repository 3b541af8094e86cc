package dev.gatehouse.bridge.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.scan.FrameScanner;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.scan.Scan;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
  private static final long US = 7;
  private static final EventFilter ALL = new EventFilter(Set.of(), true, true, Set.of(), false);
  private static final EventFilter MENTIONS =
      new EventFilter(Set.of(), false, false, Set.of(), true);
  private static final EventFilter CHANNEL =
      new EventFilter(Set.of(), true, true, Set.of(5L), false);
  private static final EventFilter OWN_BUT_NO_BOTS =
      new EventFilter(Set.of(), true, false, Set.of(), false);

  private static Scan scan(String event, String data) throws MalformedFrameException {
    byte[] frame =
        ("{\"op\":0,\"s\":1,\"t\":\"" + event + "\",\"d\":{" + data.replace('\'', '"') + "}}")
            .getBytes(StandardCharsets.UTF_8);
    return new FrameScanner(new MentionTargets(US, Set.of(70L))).scan(frame, 0, frame.length);
  }

  private static EventFilter named(String name) {
    return switch (name) {
      case "standard" -> EventFilter.standard();
      case "all" -> ALL;
      case "mentions" -> MENTIONS;
      case "channel" -> CHANNEL;
      case "own" -> OWN_BUT_NO_BOTS;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "standard; MESSAGE_CREATE; 'author':{'id':'8'}; true",
        "standard; MESSAGE_UPDATE; 'author':{'id':'8'}; false",
        "standard; READY; 'v':10; false",
        "standard; MESSAGE_CREATE; 'author':{'id':'7'}; false",
        "standard; MESSAGE_CREATE; 'author':{'id':'7','bot':true}; false",
        "standard; MESSAGE_CREATE; 'author':{'id':'8','bot':true}; false",
        "standard; MESSAGE_CREATE; 'webhook_id':'9','author':{'id':'9'}; false",
        "all; TYPING_START; 'user_id':'7'; true",
        "all; MESSAGE_CREATE; 'author':{'id':'8','bot':true}; true",
        "own; MESSAGE_CREATE; 'author':{'id':'7','bot':true}; true",
        "own; MESSAGE_CREATE; 'author':{'id':'8','bot':true}; false",
        "mentions; MESSAGE_CREATE; 'guild_id':'1','mentions':[{'id':'8'}]; false",
        "mentions; MESSAGE_CREATE; 'guild_id':'1','mentions':[{'id':'8'},{'id':'7'}]; true",
        "mentions; MESSAGE_CREATE; 'guild_id':'1','mention_roles':['69','70']; true",
        "mentions; MESSAGE_CREATE; 'guild_id':'1','mention_roles':['69']; false",
        "mentions; MESSAGE_CREATE; 'mention_roles':[null,7,{'id':'70'}],'guild_id':'1'; false",
        "mentions; MESSAGE_CREATE; 'channel_id':'2'; true",
        "mentions; GUILD_CREATE; 'id':'1'; true",
        "channel; MESSAGE_CREATE; 'channel_id':'5'; true",
        "channel; MESSAGE_CREATE; 'channel_id':'6'; false",
        "channel; GUILD_CREATE; 'id':'6'; true"
      })
  void lets(String filter, String event, String data, boolean passes)
      throws MalformedFrameException {
    assertThat(named(filter).accepts(scan(event, data), US)).isEqualTo(passes);
  }
}
