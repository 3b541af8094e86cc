package dev.gatehouse.testkit.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformReplies;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.ReplyTarget.ApiReply;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.ConsoleReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.contracts.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlatformRepliesTest {
  private static final ConversationId ON_TWO = new ConversationId(new Platform("two"), "1");
  private static final ConversationId NOWHERE = new ConversationId(new Platform("api"), "1");
  private static final InteractionReply INTERACTION =
      new InteractionReply("8", Secret.of("t"), Instant.EPOCH);

  private final SilentPlatform one = new SilentPlatform(new Platform("one"));
  private final SilentPlatform two = new SilentPlatform(new Platform("two"));
  private final PlatformReplies replies = new PlatformReplies(ChatPlatforms.of(one, two));

  @Test
  void aReplyAppearsWhereItsConversationIsHeld() {
    replies.open(ON_TWO, new ChannelReply(null), "k", Draft.of("hello"));
    replies.showTyping(ON_TWO);

    assertThat(one.opened()).isEmpty();
    assertThat(two.opened()).containsExactly("hello", "typing");
  }

  @Test
  void aMessageToAPlatformThatIsNotServedIsRefusedWithTheField() {
    assertThatThrownBy(() -> replies.open(NOWHERE, INTERACTION, "k", Draft.of("hello")))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageStartingWith("platform: api is not served here");
    assertThatCode(() -> replies.showTyping(NOWHERE)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("outsideTheChats")
  void anAnswerForSomebodyOutsideTheChatsStaysInItsRecord(ReplyTarget target) {
    Reply reply = replies.open(NOWHERE, target, "k", Draft.of("hello"));

    assertThat(reply.show(Draft.of("more"))).isEqualTo(Duration.ZERO);
    assertThat(replies.resume(NOWHERE, target, reply.reference())).isPresent();
    assertThat(one.opened()).isEmpty();
    assertThat(two.opened()).isEmpty();
  }

  static Stream<ReplyTarget> outsideTheChats() {
    return Stream.of(new ApiReply("ci", "build-7"), new ConsoleReply("s1"));
  }

  @Test
  void whereNobodyCanBeToldAloneTheChannelIsTold() {
    replies.tell(ON_TWO, INTERACTION, "k", "not yours");

    assertThat(two.opened()).containsExactly("not yours");
  }
}
