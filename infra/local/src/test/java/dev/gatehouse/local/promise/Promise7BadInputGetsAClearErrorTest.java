package dev.gatehouse.local.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise7BadInputGetsAClearErrorTest {
  private static final int SEVEN_MB = 7 * 1024 * 1024;

  @Test
  void aCommandThatDoesNotExistIsNamed(Stack stack) {
    String reply = stack.ask(stack.conversation(), "!staus");

    assertTrue(reply.contains("staus"), reply);
    assertTrue(reply.contains("status"), reply);
  }

  @Test
  void aMentionWithoutAQuestionSaysHowToAsk(Stack stack) {
    String reply = stack.ask(stack.conversation(), stack.mention());

    assertTrue(reply.contains("there is no question that I can read"), reply);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused(Stack stack) {
    var response = stack.send(webhook(stack, "x".repeat(SEVEN_MB)));

    assertEquals(413, response.statusCode(), response.body());
  }

  @Test
  void whatIsNotSignedIsRefusedAndTheHeaderNamed(Stack stack) {
    var response = stack.send(webhook(stack, "{\"type\":"));

    assertEquals(401, response.statusCode());
    assertTrue(response.body().contains("x-signature-ed25519"), response.body());
  }

  private static HttpRequest webhook(Stack stack, String body) {
    return HttpRequest.newBuilder(stack.address("webhook"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
