package dev.gatehouse.bridge.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.SessionEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {
  private final FrameDecoder decoder = new FrameDecoder(new MentionTargets());

  private FrameDecoder.Decoded decode(String frame) throws MalformedFrameException {
    byte[] bytes = frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return decoder.decode(bytes, 0, bytes.length);
  }

  private SessionEvent read(String frame) throws MalformedFrameException {
    return decode(frame).event();
  }

  static Stream<Arguments> frames() {
    return Stream.of(
        Arguments.of(
            "{'op':10,'d':{'_trace':[],'heartbeat_interval':41250}}",
            new SessionEvent.Hello(Duration.ofMillis(41_250))),
        Arguments.of("{'op':1,'d':null}", new SessionEvent.HeartbeatRequested()),
        Arguments.of("{'op':7,'d':null}", new SessionEvent.ReconnectRequested()),
        Arguments.of("{'op':9,'d':true}", new SessionEvent.SessionInvalidated(true)),
        Arguments.of("{'op':9,'d':false}", new SessionEvent.SessionInvalidated(false)),
        Arguments.of("{'op':9}", new SessionEvent.SessionInvalidated(false)),
        Arguments.of("{'op':11}", new SessionEvent.HeartbeatAcknowledged()),
        Arguments.of("{'op':99,'d':{}}", new SessionEvent.Heard()),
        Arguments.of("{'x':1}", new SessionEvent.Heard()),
        Arguments.of("{'op':0,'s':5,'t':'NEW_THING','d':{}}", new SessionEvent.Dispatched(5)),
        Arguments.of("{'op':0,'s':6,'t':'RESUMED','d':{}}", new SessionEvent.Resumed(6)),
        Arguments.of(
            "{'op':0,'s':1,'t':'READY','d':{'v':10,'user':{'avatar':null,'id':'7'},"
                + "'session_id':'abc','resume_gateway_url':'wss://r'}}",
            new SessionEvent.Ready(1, "abc", "wss://r", 7)));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void means(String frame, SessionEvent input) throws Exception {
    assertThat(read(frame)).isEqualTo(input);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':10,'d':{}}",
        "{'op':10,'d':{'heartbeat_interval':0}}",
        "{'op':10,'d':{'heartbeat_interval':'soon'}}",
        "{'op':10}",
        "{'op':0,'s':1,'t':'READY','d':{'session_id':null,'resume_gateway_url':'wss://r'}}",
        "{'op':0,'s':1,'t':'READY','d':{'session_id':{'a':'b'}}}",
        "{'op':0,'s':1,'t':'READY','d':[]}",
        "{'op':0,'t':'READY','d':{'session_id':'abc'}}",
        "{'op':0,'s':null,'t':'MESSAGE_CREATE','d':{}}",
        "{'op':0,'s':1,'t':'READY','d':{'resume_gateway_url':'wss://r'}}"
      })
  void namesWhatAControlFrameLacks(String frame) {
    String message =
        String.valueOf(
            assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> read(frame))
                .actual()
                .getMessage());

    assertThat(message.isBlank()).isFalse();
  }

  /** A session without a place to resume at resumes at the main URL. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "'resume_gateway_url':'wss://r.example'; wss://r.example",
        "'resume_gateway_url':'ws://127.0.0.1:9/gateway?x=1'; ws://127.0.0.1:9/gateway?x=1",
        "'v':10; ||",
        "'resume_gateway_url':null; ||",
        "'resume_gateway_url':''; ||",
        "'resume_gateway_url':7; ||",
        "'resume_gateway_url':['wss://r.example']; ||",
        "'resume_gateway_url':{'url':'wss://r.example'}; ||",
        "'resume_gateway_url':'https://r.example'; ||",
        "'resume_gateway_url':'r.example'; ||",
        "'resume_gateway_url':'wss:///gateway'; ||",
        "'resume_gateway_url':'wss:r.example'; ||",
        "'resume_gateway_url':'wss://r.example/a b'; ||"
      })
  void readsWhereToResume(String field, String url) throws Exception {
    assertThat(
            read("{'op':0,'s':1,'t':'READY','d':{" + field + ",'session_id':'abc','user':null}}"))
        .isEqualTo(new SessionEvent.Ready(1, "abc", url, Scan.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "GUILD_CREATE; 'roles':[{'id':'5'},{'tags':{'bot_id':'77'},'id':'6'}]; 6",
        "GUILD_CREATE; 'roles':[{'id':'6','tags':{'bot_id':'78'}}]; 0",
        "GUILD_CREATE; 'roles':[{'id':'6','tags':{'premium_subscriber':null}}]; 0",
        "GUILD_CREATE; 'roles':[7,null,[{}],{'tags':[],'id':{}},{'id':'6','tags':{'bot_id':77}}]; 6",
        "GUILD_CREATE; 'roles':{'id':'6','tags':{'bot_id':'77'}}; 0",
        "GUILD_CREATE; 'members':[{'roles':[{'id':'6','tags':{'bot_id':'77'}}]}]; 0",
        "GUILD_CREATE; 'unavailable':true; 0",
        "GUILD_ROLE_CREATE; 'role':{'id':'6','tags':{'bot_id':'77'}}; 6",
        "GUILD_ROLE_CREATE; 'role':null; 0",
        "GUILD_MEMBER_UPDATE; 'roles':['6']; 0"
      })
  void learnsTheRoleThatStandsForUs(String event, String data, long role) throws Exception {
    read("{'op':0,'s':1,'t':'READY','d':{'user':{'id':'77'},'session_id':'a'}}");
    assertThat(read("{'op':0,'s':2,'t':'" + event + "','d':{'id':'1'," + data + "}}"))
        .isEqualTo(new SessionEvent.Dispatched(2));

    Scan message =
        decode("{'op':0,'s':3,'t':'MESSAGE_CREATE','d':{'mention_roles':['5','6']}}").scan();

    assertThat(message.ourRole()).isEqualTo(role);
    assertThat(message.mentionsUs()).isEqualTo(role != Scan.NONE);
  }

  @Test
  void quotesNothingOfAFrameThatIsNoJson() {
    MalformedFrameException refused =
        assertThatExceptionOfType(MalformedFrameException.class)
            .isThrownBy(() -> read("{'op':0,'s':1,'t':'READY','d':{'user':secretword}}"))
            .actual();

    assertThat(String.valueOf(refused.getMessage()).contains("secretword")).isFalse();
  }

  @Test
  void knowsWhoWeAreOnceReadyTold() throws Exception {
    String mention = "{'op':0,'s':2,'t':'MESSAGE_CREATE','d':{'mentions':[{'id':'77'}]}}";
    assertThat(decode(mention).scan().mentionsUs()).isFalse();

    read(
        "{'op':0,'s':1,'t':'READY','d':{'user':{'id':'77'},'session_id':'a',"
            + "'resume_gateway_url':'b'}}");

    assertThat(decode(mention).scan().mentionsUs()).isTrue();
  }
}
