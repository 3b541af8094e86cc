package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.Enclosure;
import dev.gatehouse.chat.message.Enclosure.AttachedFile;
import dev.gatehouse.chat.message.Enclosure.Card;
import dev.gatehouse.chat.message.Enclosure.Quote;
import dev.gatehouse.chat.message.Enclosure.VoiceMessage;
import dev.gatehouse.discord.model.Attachment;
import dev.gatehouse.discord.model.Embed;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageFlags;
import dev.gatehouse.discord.model.MessageType;
import dev.gatehouse.discord.model.SnapshotContent;
import dev.gatehouse.discord.model.Snowflake;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message brings beside its content. */
record Enclosures(Message message, Snowflake ourUser) {
  private static final MessageFlags VOICE = new MessageFlags(1 << 13);

  /** What it refers to first, then what it holds itself. */
  List<Enclosure> all() {
    return Stream.concat(repliedTo().stream(), held()).toList();
  }

  /** Other kinds of messages refer to messages as well, such as the start of a thread. */
  private Optional<Enclosure> repliedTo() {
    if (!MessageType.REPLY.equals(message.type())) {
      return Optional.empty();
    }
    Message original = message.referencedMessage();
    return Optional.of(
        original == null
            ? new Quote(Quote.Kind.REPLIED_TO, Optional.empty(), "", List.of())
            : new Quote(
                Quote.Kind.REPLIED_TO,
                Optional.of(Authors.of(original, ourUser)),
                new MessageMentions(original, ourUser).quotedText(),
                new Enclosures(original, ourUser).held().toList()));
  }

  private Stream<Enclosure> held() {
    return Stream.of(
            message.messageSnapshots().stream().map(snapshot -> forwarded(snapshot.message())),
            message.attachments().stream().map(file -> file(file, message.flags())),
            message.embeds().stream().flatMap(Enclosures::card),
            ComponentText.of(message.components()).stream().map(Card::new))
        .flatMap(Function.identity());
  }

  private static Enclosure forwarded(SnapshotContent snapshot) {
    List<Enclosure> held =
        Stream.concat(
                snapshot.attachments().stream().map(file -> file(file, snapshot.flags())),
                snapshot.embeds().stream().flatMap(Enclosures::card))
            .toList();
    String text = snapshot.content() == null ? "" : snapshot.content();
    return new Quote(
        Quote.Kind.FORWARDED, Optional.empty(), MessageMentions.withoutNames(text), held);
  }

  private static Enclosure file(Attachment file, MessageFlags flags) {
    return flags.has(VOICE)
        ? new VoiceMessage(Duration.ZERO)
        : new AttachedFile(
            file.filename(), Objects.requireNonNullElse(file.contentType(), ""), file.size(), address(file.url()));
  }

  /** What is no address lies nowhere, which is told when it is fetched. */
  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      return URI.create("");
    }
  }

  private static Stream<Enclosure> card(Embed embed) {
    Stream<@Nullable String> head =
        Stream.of(
            embed.author() == null ? null : embed.author().name(),
            embed.title(),
            embed.url(),
            embed.description());
    Stream<String> fields =
        embed.fields().stream().map(field -> field.name() + ": " + field.value());
    Stream<@Nullable String> foot =
        Stream.of(embed.footer() == null ? null : embed.footer().text());
    String text =
        Stream.of(head, fields, foot)
            .flatMap(Function.identity())
            .filter(line -> line != null && !line.isBlank())
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? Stream.empty() : Stream.of(new Card(text));
  }
}
