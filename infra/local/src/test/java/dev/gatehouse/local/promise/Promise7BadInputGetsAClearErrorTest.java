package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise7BadInputGetsAClearErrorTest {
  private static final int SEVEN_MB = 7 * 1024 * 1024;

  @Test
  void aCommandThatDoesNotExistIsNamed(Stack stack) {
    String reply = stack.ask(stack.conversation(), stack.mention() + " !staus");

    assertThat(reply).contains("staus");
    assertThat(reply).contains("status");
  }

  @Test
  void aMentionWithoutAQuestionSaysHowToAsk(Stack stack) {
    String reply = stack.ask(stack.conversation(), stack.mention());

    assertThat(reply).contains("there is no question that I can read");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused(Stack stack) {
    var response = stack.send(webhook(stack, "x".repeat(SEVEN_MB)));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
  }

  @Test
  void whatIsNotSignedIsRefusedAndTheHeaderNamed(Stack stack) {
    var response = stack.send(webhook(stack, "{\"type\":"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).contains("x-signature-ed25519");
  }

  private static HttpRequest webhook(Stack stack, String body) {
    return HttpRequest.newBuilder(stack.address("webhook"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
