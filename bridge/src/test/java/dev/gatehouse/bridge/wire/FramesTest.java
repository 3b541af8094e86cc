package dev.gatehouse.bridge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.bridge.scan.FrameScanner;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.session.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private static Input read(String frame) throws IOException, MalformedFrameException {
    byte[] bytes = frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Frames.read(new FrameScanner().scan(bytes, 0, bytes.length), bytes);
  }

  static Stream<Arguments> frames() {
    return Stream.of(
        Arguments.of(
            "{'op':10,'d':{'_trace':[],'heartbeat_interval':41250}}",
            new Input.Hello(Duration.ofMillis(41_250))),
        Arguments.of("{'op':1,'d':null}", new Input.HeartbeatRequested()),
        Arguments.of("{'op':7,'d':null}", new Input.ReconnectRequested()),
        Arguments.of("{'op':9,'d':true}", new Input.SessionInvalidated(true)),
        Arguments.of("{'op':9,'d':false}", new Input.SessionInvalidated(false)),
        Arguments.of("{'op':9}", new Input.SessionInvalidated(false)),
        Arguments.of("{'op':11}", new Input.Heard()),
        Arguments.of("{'op':99,'d':{}}", new Input.Heard()),
        Arguments.of("{'x':1}", new Input.Heard()),
        Arguments.of("{'op':0,'s':5,'t':'NEW_THING','d':{}}", new Input.Dispatched(5)),
        Arguments.of("{'op':0,'s':6,'t':'RESUMED','d':{}}", new Input.Resumed(6)),
        Arguments.of(
            "{'op':0,'s':1,'t':'READY','d':{'v':10,'user':{'avatar':null,'id':'7'},"
                + "'session_id':'abc','resume_gateway_url':'wss://r'}}",
            new Input.Ready(1, "abc", "wss://r")));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void means(String frame, Input input) throws Exception {
    assertEquals(input, read(frame));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':10,'d':{}}",
        "{'op':10,'d':{'heartbeat_interval':0}}",
        "{'op':10,'d':{'heartbeat_interval':'soon'}}",
        "{'op':10}",
        "{'op':0,'s':1,'t':'READY','d':{'session_id':'abc'}}",
        "{'op':0,'s':1,'t':'READY','d':{'resume_gateway_url':'wss://r'}}"
      })
  void namesWhatAControlFrameLacks(String frame) {
    String message =
        String.valueOf(assertThrows(IOException.class, () -> read(frame)).getMessage());

    assertFalse(message.isBlank());
  }

  @Test
  void quotesNothingOfAFrameThatIsNoJson() {
    IOException refused =
        assertThrows(
            IOException.class, () -> read("{'op':0,'s':1,'t':'READY','d':{'user':secretword}}"));

    assertFalse(String.valueOf(refused.getMessage()).contains("secretword"));
  }

  @Test
  void knowsWhoWeAre() throws Exception {
    byte[] bytes =
        "{\"op\":0,\"s\":1,\"t\":\"READY\",\"d\":{\"user\":{\"id\":\"77\"},\"session_id\":\"a\",\"resume_gateway_url\":\"b\"}}"
            .getBytes(StandardCharsets.UTF_8);

    assertEquals(
        new ReadyFields("a", "b", 77),
        Frames.readyFields(new FrameScanner().scan(bytes, 0, bytes.length), bytes));
  }
}
