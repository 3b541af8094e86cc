package dev.gatehouse.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingMessageTest {
  /** Wherever they stand, in however many parts the bytes come. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "{'t':'GUILD_CREATE','s':7,'op':0,'d':{'id':'1'}}; 0; 7; GUILD_CREATE",
        "{'d':{'op':3,'s':9,'t':'X','e':[{'s':4}]},'op':0,'s':7,'t':'GUILD_CREATE'}; 0; 7; GUILD_CREATE",
        " { 's' : 7 , 'd' : [ 1 , 2 ] , 't' : 'READY' , 'op' : 0 } ; 0; 7; READY",
        "{'d':'}],\\\",\\\\','op':0,'s':7,'t':'A'}; 0; 7; A",
        "{'op':10,'d':{}}; 10; 0; ||",
        "{'op':0,'s':null,'t':'A'}; 0; 0; A",
        "{'op':'x','s':-1,'t':'A'}; -1; 0; A",
        "[{'op':0,'s':7}]; -1; 0; ||",
        "nonsense; -1; 0; ||",
        "||; -1; 0; ||"
      })
  void tellsWhichItIs(String json, int opcode, long sequence, String event) throws Exception {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    for (int step = 1; step <= Math.max(1, bytes.length); step++) {
      PassingMessage message = new PassingMessage();
      for (int at = 0; at < bytes.length; at += step) {
        message.add(bytes, at, Math.min(bytes.length, at + step));
      }

      assertThat(message.end())
          .isEqualTo(new Incoming.Oversized(opcode, sequence, event, bytes.length));
    }
  }
}
