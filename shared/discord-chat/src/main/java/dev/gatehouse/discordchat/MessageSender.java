package dev.gatehouse.discordchat;

import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.DiscordRest;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and changes messages; what Discord refuses for a {@link DispensablePart} is sent again
 * without it.
 */
record MessageSender(DiscordRest rest) {
  private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);

  Message create(Snowflake channel, MessageCreate message) {
    return send(message, it -> rest.createMessage(channel, it), (part, it) -> part.without(it));
  }

  Message edit(Snowflake channel, Snowflake message, MessageEdit edit) {
    return send(edit, it -> rest.editMessage(channel, message, it), (part, it) -> part.without(it));
  }

  /** Fills or changes the response of an interaction. */
  Message respond(InteractionReply target, MessageEdit edit) {
    return send(
        edit,
        it -> rest.editOriginal(application(target), target.token(), it),
        (part, it) -> part.without(it));
  }

  Message followUp(InteractionReply target, MessageCreate message) {
    return send(
        message,
        it -> rest.createFollowup(application(target), target.token(), it),
        (part, it) -> part.without(it));
  }

  private static Snowflake application(InteractionReply target) {
    return Snowflake.of(target.applicationId());
  }

  /** Each repetition has a part less, so this ends. */
  private static <M> Message send(
      M message, Function<M, Message> call, BiFunction<DispensablePart, M, M> without) {
    try {
      return call.apply(message);
    } catch (DiscordApiException e) {
      for (DispensablePart part : DispensablePart.values()) {
        M less = without.apply(part, message);
        if (part.isRefusedBy(e) && !less.equals(message)) {
          LOG.info("sent again without its {}: {}", part, e.getMessage());
          return send(less, call, without);
        }
      }
      throw e;
    }
  }
}
