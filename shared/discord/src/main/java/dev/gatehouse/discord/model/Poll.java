package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll of a message.
 *
 * @see <a href="https://docs.discord.com/developers/resources/poll#poll-object">Poll object</a>
 */
public record Poll(@Nullable Text question, List<Answer> answers) {
  public Poll {
    answers = Absent.asEmpty(answers);
  }

  /** What a question or an answer shows. */
  public record Text(@Nullable String text, @Nullable Emoji emoji) {}

  /** One of the answers that can be given. */
  public record Answer(@Nullable Integer answerId, @Nullable Text pollMedia) {}

  /** What people write is not printed, so that no log carries it. */
  @Override
  public String toString() {
    return "Poll[" + answers.size() + " answers]";
  }
}
