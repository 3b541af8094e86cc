package dev.gatehouse.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.message.Author.Kind;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressingRuleTest {
  private final AddressingRule rule =
      new AddressingRule(
          "!",
          CommandCatalog.of(CommandSpec.named("ask", "Asks"), CommandSpec.named("help", "Helps")));

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
    assertThat(judge(message("!ask why"))).isEqualTo(new Addressing.Command());
    assertThat(rule.commandLine(message("!ask why").built())).isEqualTo("ask why");
    assertThat(judge(message("!Help").mentioning())).isEqualTo(new Addressing.Command());
  }

  /** Where we are called or alone with somebody, a command that we do not know is explained. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          # text,            server,   thread,   mention, reply,   direct
          !rank,             no,       no,       yes,     yes,     yes
          !rank @Bob,        no,       no,       yes,     yes,     yes
          !roll "2d6",       no,       no,       yes,     yes,     yes
          !"roll,            no,       no,       yes,     yes,     yes
          !askew,            no,       no,       yes,     yes,     yes
          !élan,             no,       no,       yes,     yes,     yes
          !ask why,          yes,      yes,      yes,     yes,     yes
          !ASK why,          yes,      yes,      yes,     yes,     yes
          """)
  void aCommandOfAnotherBotIsLeftAlone(
      String text, String server, String thread, String mention, String reply, String direct) {
    assertThat(isCommand(message(text), false)).isEqualTo(server);
    assertThat(isCommand(message(text), true)).isEqualTo(thread);
    assertThat(isCommand(message(text).mentioning(), false)).isEqualTo(mention);
    assertThat(isCommand(message(text).replying(), false)).isEqualTo(reply);
    assertThat(isCommand(message(text).inDirect(), false)).isEqualTo(direct);
  }

  private String isCommand(Written message, boolean calledIn) {
    return switch (rule.judge(message.built(), () -> calledIn)) {
      case Addressing.Command _ -> "yes";
      case Addressing.NotForUs _ -> "no";
      case Addressing other -> other.toString();
    };
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
    Enclosure repliedTo =
        new Enclosure.Quote(
            Enclosure.Quote.Kind.REPLIED_TO, Optional.empty(), "what we said", List.of());
    assertThat(judge(message("").replying().with(repliedTo)))
        .isInstanceOf(Addressing.NotForUs.class);
  }

  @Test
  void whatComesWithAMessageIsSomethingSaid() {
    Enclosure sticker = new Enclosure.Sticker("Wave");

    assertThat(judge(message("").replying().with(sticker))).isEqualTo(new Addressing.ReplyToUs());
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
    return new Written(text, Kind.PERSON, false, false, false, false, List.of());
  }

  private record Written(
      String text,
      Kind kind,
      boolean direct,
      boolean mentions,
      boolean replies,
      boolean others,
      List<Enclosure> enclosures) {
    Written with(Enclosure enclosure) {
      return new Written(text, kind, direct, mentions, replies, others, List.of(enclosure));
    }

    Written by(Kind author) {
      return new Written(text, author, direct, mentions, replies, others, enclosures);
    }

    Written inDirect() {
      return new Written(text, kind, true, mentions, replies, others, enclosures);
    }

    Written mentioning() {
      return new Written(text, kind, direct, true, replies, others, enclosures);
    }

    Written replying() {
      return new Written(text, kind, direct, mentions, true, others, enclosures);
    }

    Written toOthers() {
      return new Written(text, kind, direct, mentions, replies, true, enclosures);
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
          enclosures,
          Instant.EPOCH);
    }
  }
}
