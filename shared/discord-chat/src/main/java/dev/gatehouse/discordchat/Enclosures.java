package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.Enclosure;
import dev.gatehouse.chat.message.Enclosure.AttachedFile;
import dev.gatehouse.chat.message.Enclosure.Card;
import dev.gatehouse.chat.message.Enclosure.Quote;
import dev.gatehouse.chat.message.Enclosure.VoiceMessage;
import dev.gatehouse.discord.model.Attachment;
import dev.gatehouse.discord.model.Component;
import dev.gatehouse.discord.model.Embed;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageFlags;
import dev.gatehouse.discord.model.MessageType;
import dev.gatehouse.discord.model.Poll.Text;
import dev.gatehouse.discord.model.SnapshotContent;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.StickerItem;
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
                MessageMentions.named(original.content(), original.mentions()),
                new Enclosures(original, ourUser).held().toList()));
  }

  private Stream<Enclosure> held() {
    return Stream.of(
            message.messageSnapshots().stream().map(snapshot -> forwarded(snapshot.message())),
            files(message.attachments(), message.flags()),
            Stream.ofNullable(message.poll()).flatMap(Enclosures::poll),
            stickers(message.stickerItems()),
            cards(message.embeds(), message.components()))
        .flatMap(Function.identity());
  }

  /** Discord passes on neither its author nor what is forwarded in it. */
  private static Enclosure forwarded(SnapshotContent snapshot) {
    return new Quote(
        Quote.Kind.FORWARDED,
        Optional.empty(),
        MessageMentions.named(
            snapshot.content() == null ? "" : snapshot.content(), snapshot.mentions()),
        Stream.of(
                files(snapshot.attachments(), snapshot.flags()),
                stickers(snapshot.stickerItems()),
                cards(snapshot.embeds(), snapshot.components()))
            .flatMap(Function.identity())
            .toList());
  }

  private static Stream<Enclosure> files(List<Attachment> files, MessageFlags flags) {
    return files.stream()
        .map(file -> flags.has(MessageFlags.IS_VOICE_MESSAGE) ? voice(file) : file(file));
  }

  private static Enclosure voice(Attachment file) {
    double seconds = Objects.requireNonNullElse(file.durationSecs(), 0.0);
    return new VoiceMessage(Duration.ofMillis((long) (seconds * 1000)));
  }

  private static Enclosure file(Attachment file) {
    String type = Objects.requireNonNullElse(file.contentType(), "");
    return new AttachedFile(file.filename(), type, file.size(), address(file.url()));
  }

  private static Stream<Enclosure> poll(dev.gatehouse.discord.model.Poll poll) {
    String question = text(poll.question());
    List<String> answers =
        poll.answers().stream()
            .map(answer -> text(answer.pollMedia()))
            .filter(answer -> !answer.isEmpty())
            .toList();
    return question.isEmpty() && answers.isEmpty()
        ? Stream.empty()
        : Stream.of(new Enclosure.Poll(question, answers));
  }

  private static String text(@Nullable Text shown) {
    return shown == null || shown.text() == null ? "" : shown.text();
  }

  private static Stream<Enclosure> stickers(List<StickerItem> stickers) {
    return stickers.stream()
        .map(StickerItem::name)
        .filter(Objects::nonNull)
        .map(Enclosure.Sticker::new);
  }

  private static Stream<Enclosure> cards(List<Embed> embeds, List<Component> components) {
    return Stream.concat(
        embeds.stream().flatMap(Enclosures::card),
        ComponentText.of(components).stream().map(Card::new));
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
