package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to a message: null leaves a part as it is, an empty text or list removes it.
 *
 * @param attachments the files to keep; null keeps all of them unless {@code files} has new ones
 * @param files sent beside the JSON, not in it
 * @see <a href="https://docs.discord.com/developers/resources/message#edit-message">Edit
 *     message</a>
 */
public record MessageEdit(
    @Nullable String content,
    @Nullable List<Embed> embeds,
    AllowedMentions allowedMentions,
    @Nullable List<Component> components,
    @Nullable MessageFlags flags,
    @Nullable List<PartialAttachment> attachments,
    List<FileUpload> files) {
  public MessageEdit {
    embeds = embeds == null ? null : List.copyOf(embeds);
    components = components == null ? null : List.copyOf(components);
    attachments = attachments == null ? null : List.copyOf(attachments);
    files = Absent.asEmpty(files);
    allowedMentions = Absent.or(allowedMentions, AllowedMentions.REPLIED_USER);
  }

  /** Changes the text, up to 2000 characters. */
  public static MessageEdit text(String content) {
    return empty().withContent(content);
  }

  /** Changes nothing yet. */
  public static MessageEdit empty() {
    return new MessageEdit(null, null, AllowedMentions.REPLIED_USER, null, null, null, List.of());
  }

  public MessageEdit withContent(String text) {
    return new MessageEdit(text, embeds, allowedMentions, components, flags, attachments, files);
  }

  public MessageEdit withEmbeds(List<Embed> these) {
    return new MessageEdit(content, these, allowedMentions, components, flags, attachments, files);
  }

  public MessageEdit withAllowedMentions(AllowedMentions these) {
    return new MessageEdit(content, embeds, these, components, flags, attachments, files);
  }

  public MessageEdit withComponents(List<Component> these) {
    return new MessageEdit(content, embeds, allowedMentions, these, flags, attachments, files);
  }

  public MessageEdit withFlags(MessageFlags these) {
    return new MessageEdit(content, embeds, allowedMentions, components, these, attachments, files);
  }

  /** Keeps only these of the files that the message has. */
  public MessageEdit keeping(List<PartialAttachment> these) {
    return new MessageEdit(content, embeds, allowedMentions, components, flags, these, files);
  }

  public MessageEdit withFiles(List<FileUpload> these) {
    return new MessageEdit(content, embeds, allowedMentions, components, flags, attachments, these);
  }

  /** What people write is not printed, so that no log carries it. */
  @Override
  public String toString() {
    return "MessageEdit[" + files.size() + " files]";
  }
}
