package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord refuses for a part is sent without it; what it refuses whole is told elsewhere. */
final class RefusedMessagesTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "100");
  private static final ChannelReply REPLY = new ChannelReply("77");
  private static final Action STOP = new Action("stop:m1", "Stop", Action.Style.DANGER);
  private static final String MESSAGES = "/channels/100/messages";
  private static final String DIRECT = "/users/@me/channels";

  private final SettableClock clock = new SettableClock();
  private final FakeDiscord discord = new FakeDiscord();
  private final DiscordReplies replies = new DiscordReplies(discord.rest(), clock);

  @AfterEach
  void stop() {
    discord.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/refusals.csv", useHeadersInDisplayName = true, numLinesToSkip = 2)
  void isSentWithoutThePartAlone(String part, int status, int code, @Nullable String blamed) {
    discord.refuseWhatHas(part, status, code, blamed == null ? "" : blamed);
    String answer = "line of an answer\n".repeat(1000).strip();

    Reply reply = replies.open(HERE, REPLY, "m1", new Draft("first", List.of(STOP)));
    reply.show(new Draft("more", List.of(STOP)));
    reply.finish(new Draft(answer, List.of(STOP)));

    FakeDiscord.Call opened = taken("POST", 0);
    assertThat(opened.json().has("message_reference")).isEqualTo(!part.equals("message_reference"));
    assertThat(opened.json().path("components").isEmpty()).isEqualTo(part.equals("components"));
    if (part.equals("attachments")) {
      assertThat(textOfTheAnswer()).isEqualTo(answer.replace("\n", ""));
    } else {
      assertThat(discord.last().body()).contains("filename=\"answer.md\"", answer);
      assertThat(discord.last().json().path("components").isEmpty())
          .isEqualTo(part.equals("components"));
    }
  }

  /** The call that succeeded after those that were refused. */
  private FakeDiscord.Call taken(String method, int number) {
    return discord.taken().stream()
        .filter(call -> call.method().equals(method))
        .toList()
        .get(number);
  }

  private String textOfTheAnswer() {
    List<FakeDiscord.Call> taken = discord.taken();
    return taken.subList(2, taken.size()).stream()
        .map(call -> call.json().path("content").asText())
        .collect(Collectors.joining())
        .replace("\n", "");
  }

  @ParameterizedTest
  @CsvSource({
    "403, 50001",
    "403, 50013",
    "404, 10003",
    "403, 50007",
    "403, 50278",
    "400, 50083",
    "403, 160005",
    "403, 200000",
    "400, 50035",
    "400, 50008"
  })
  void isNotTriedAgainWhenNothingOfItIsTaken(int status, int code) {
    discord.refuse("POST " + MESSAGES, status, code);

    assertThatThrownBy(() -> replies.open(HERE, REPLY, "m1", new Draft("one", List.of(STOP))))
        .isInstanceOfSatisfying(ReplyException.class, e -> assertThat(e.retryable()).isFalse());
    assertThat(discord.lines()).containsExactly("POST " + MESSAGES);
  }

  @Test
  void anArchivedThreadGetsTheAnswerAsAFurtherMessage() {
    Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
    discord.refuse("PATCH " + MESSAGES, 400, 50083);
    reply.show(Draft.of("one two"));
    reply.finish(Draft.of("one two three"));

    assertThat(discord.last().line()).isEqualTo("POST " + MESSAGES);
    assertThat(discord.last().json().path("content").asText()).isEqualTo("one two three");
    assertThat(discord.last().json().path("nonce").asText()).isEqualTo("5001-0");
  }

  @Test
  void aMessageOfWhichTheIdIsNotToldIsFollowedByTheWholeAnswer() {
    discord.hideIds();
    discord.refuse("PATCH " + MESSAGES + "/0", 404, 10008);
    Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
    reply.show(Draft.of("one two"));
    reply.finish(Draft.of("one two three"));

    assertThat(discord.last().line()).isEqualTo("POST " + MESSAGES);
    assertThat(discord.last().json().path("content").asText()).isEqualTo("one two three");
  }

  @ParameterizedTest
  @CsvSource({
    "404, 10062, 0",
    "401, 50027, 0",
    "404, 10015, 0",
    "401, 50027, 15",
    "404, 10062, 20"
  })
  void whatOnlyTheCallerMaySeeIsNeverSentToTheChannel(int status, int code, int minutes) {
    InteractionReply target = interaction(true);
    discord.refuse("PATCH /webhooks", status, code);
    clock.advance(Duration.ofMinutes(minutes));

    assertThatThrownBy(() -> replies.open(HERE, target, "i1", Draft.of("one")))
        .isInstanceOfSatisfying(ReplyException.class, e -> assertThat(e.retryable()).isFalse());
    assertThat(discord.lines()).noneMatch(line -> line.contains("/channels/"));
  }

  @Test
  void anAnswerThatDoesNotSayItIsEphemeralStaysSo() {
    Reply reply = replies.open(HERE, interaction(true), "i1", Draft.of("one"));
    Reply resumed = replies.resume(HERE, interaction(true), reply.reference()).orElseThrow();
    resumed.finish(Draft.of("x".repeat(1500) + "\n\n" + "y".repeat(1500)));

    assertThat(discord.lines()).noneMatch(line -> line.contains("/channels/"));
    assertThat(discord.last().json().path("flags").asInt()).isEqualTo(64);
  }

  @Test
  void whatCannotBeShownIsToldInADirectMessage() {
    assertThat(replies.tellElsewhere(HERE, REPLY, "7", "m1", "The answer.")).isTrue();

    assertThat(discord.calls().getFirst().line()).isEqualTo("POST " + DIRECT);
    assertThat(discord.calls().getFirst().json().path("recipient_id").asText()).isEqualTo("7");
    assertThat(discord.calls().get(1).line()).matches("POST /channels/\\d+/messages");
    assertThat(discord.last().json().path("content").asText())
        .contains("<#100>")
        .endsWith("The answer.");
  }

  @Test
  void aQuestionIsMarkedWhenDirectMessagesAreClosed() {
    discord.refuse("POST /channels", 403, 50007);

    assertThat(replies.tellElsewhere(HERE, REPLY, "7", "m1", "The answer.")).isTrue();
    assertThat(discord.last().line()).isEqualTo("PUT " + MESSAGES + "/77/reactions/⚠️/@me");
  }

  @Test
  void nobodyIsToldWhereNothingIsTaken() {
    discord.refuse("POST ", 403, 50007);
    discord.refuse("PUT ", 403, 50013);

    assertThat(replies.tellElsewhere(HERE, REPLY, "7", "m1", "The answer.")).isFalse();
    assertThat(replies.tellElsewhere(HERE, interaction(true), "7", "i1", "")).isFalse();
  }

  private InteractionReply interaction(boolean ephemeral) {
    return new InteractionReply(
        "800", Secret.of("secret"), clock.instant().plus(Duration.ofMinutes(15)), ephemeral);
  }
}
