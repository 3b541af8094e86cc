package dev.gatehouse.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chat.message.Author.Kind;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressingRuleTest {
  private final AddressingRule rule = new AddressingRule("!");

  @Test
  void aMentionIsForUs() {
    assertThat(judge(message("hello").mentioning())).isEqualTo(new Addressing.Mention());
    assertThat(judge(message("").mentioning())).isEqualTo(new Addressing.Mention());
  }

  @Test
  void aDirectMessageIsForUs() {
    assertThat(judge(message("hello").inDirect())).isEqualTo(new Addressing.Direct());
  }

  @Test
  void aReplyToUsIsForUs() {
    assertThat(judge(message("and now?").replying())).isEqualTo(new Addressing.ReplyToUs());
  }

  @Test
  void aThreadThatWeWereCalledIntoIsForUs() {
    assertThat(rule.judge(message("and now?").built(), () -> true))
        .isEqualTo(new Addressing.CalledInThread());
  }

  @Test
  void whatIsSaidToSomebodyElseInThatThreadIsNot() {
    assertThat(rule.judge(message("@Bob and now?").toOthers().built(), () -> true))
        .isInstanceOf(Addressing.NotForUs.class);
  }

  @Test
  void aCommandIsForUsWhereverItIsWritten() {
    assertThat(judge(message("!ask why"))).isEqualTo(new Addressing.Command("ask why"));
    assertThat(judge(message("!help").mentioning())).isEqualTo(new Addressing.Command("help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "!!!", "! ask", "!5", "hello !ask"})
  void punctuationIsNoCommand(String text) {
    assertThat(judge(message(text))).isInstanceOf(Addressing.NotForUs.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"MACHINE", "OURSELVES"})
  void machinesAreNeverAnswered(Kind kind) {
    assertThat(judge(message("!ask why").by(kind).mentioning().inDirect()))
        .isInstanceOf(Addressing.NotForUs.class);
  }

  @Test
  void contentThatIsHiddenFromUsIsNotAnEmptyQuestion() {
    assertThat(judge(message("").replying())).isInstanceOf(Addressing.NotForUs.class);
    assertThat(rule.judge(message("").built(), () -> true)).isInstanceOf(Addressing.NotForUs.class);
  }

  @Test
  void aThreadIsLookedUpOnlyWhenNothingElseDecides() {
    assertThat(
            rule.judge(
                message("hi").mentioning().built(),
                () -> {
                  throw new AssertionError("was looked up");
                }))
        .isEqualTo(new Addressing.Mention());
  }

  private Addressing judge(Written message) {
    return rule.judge(message.built(), () -> false);
  }

  private static Written message(String text) {
    return new Written(text, Kind.PERSON, false, false, false, false);
  }

  private record Written(
      String text, Kind kind, boolean direct, boolean mentions, boolean replies, boolean others) {
    Written by(Kind author) {
      return new Written(text, author, direct, mentions, replies, others);
    }

    Written inDirect() {
      return new Written(text, kind, true, mentions, replies, others);
    }

    Written mentioning() {
      return new Written(text, kind, direct, true, replies, others);
    }

    Written replying() {
      return new Written(text, kind, direct, mentions, true, others);
    }

    Written toOthers() {
      return new Written(text, kind, direct, mentions, replies, true);
    }

    IncomingMessage built() {
      return new IncomingMessage(
          new ConversationId(new Platform("discord"), "1"),
          "2",
          new Author("3", "Ada", kind),
          text,
          direct,
          mentions,
          replies,
          others,
          Instant.EPOCH);
    }
  }
}
