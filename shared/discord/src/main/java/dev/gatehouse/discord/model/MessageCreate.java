package dev.gatehouse.discord.model;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A message to send. It notifies nobody but the author of the message it replies to, unless told
 * otherwise.
 *
 * @param nonce up to 25 characters; with {@code enforceNonce} a repeated send yields the first
 *     message instead of a second one, which follow-ups of interactions do not know
 * @param files sent beside the JSON, not in it
 * @see <a href="https://docs.discord.com/developers/resources/message#create-message">Create
 *     message</a>
 */
public record MessageCreate(
    @Nullable String content,
    List<Embed> embeds,
    AllowedMentions allowedMentions,
    @Nullable MessageReference messageReference,
    List<Component> components,
    MessageFlags flags,
    @Nullable String nonce,
    boolean enforceNonce,
    List<FileUpload> files) {
  private static final int NONCE_LIMIT = 25;

  public MessageCreate {
    embeds = Absent.asEmpty(embeds);
    components = Absent.asEmpty(components);
    flags = Absent.or(flags, MessageFlags.NONE);
    files = Absent.asEmpty(files);
    allowedMentions = Absent.or(allowedMentions, AllowedMentions.REPLIED_USER);
    checkNonce(nonce, enforceNonce);
  }

  /** A message of text, up to 2000 characters. */
  public static MessageCreate text(String content) {
    return empty().withContent(content);
  }

  /** Nothing yet; Discord refuses a message without content, embed, component or file. */
  public static MessageCreate empty() {
    return new MessageCreate(
        null,
        List.of(),
        AllowedMentions.REPLIED_USER,
        null,
        List.of(),
        MessageFlags.NONE,
        null,
        false,
        List.of());
  }

  public MessageCreate withContent(String text) {
    return changed(it -> it.content = text);
  }

  public MessageCreate withEmbeds(List<Embed> these) {
    return changed(it -> it.embeds = these);
  }

  public MessageCreate withAllowedMentions(AllowedMentions these) {
    return changed(it -> it.allowedMentions = these);
  }

  /** Makes it a reply. */
  public MessageCreate replyingTo(Snowflake message) {
    return changed(it -> it.messageReference = MessageReference.replyTo(message));
  }

  /** Makes it a message of its own. */
  public MessageCreate withoutReference() {
    return changed(it -> it.messageReference = null);
  }

  public MessageCreate withComponents(List<Component> these) {
    return changed(it -> it.components = these);
  }

  /** Adds flags to those it has. */
  public MessageCreate withFlags(MessageFlags more) {
    return changed(it -> it.flags = flags.with(more));
  }

  /** Makes the send idempotent for a few minutes. */
  public MessageCreate withNonce(String enforced) {
    return changed(it -> {
      it.nonce = enforced;
      it.enforceNonce = true;
    });
  }

  public MessageCreate withFiles(List<FileUpload> these) {
    return changed(it -> it.files = these);
  }

  private MessageCreate changed(Consumer<Changeable> change) {
    Changeable copy = new Changeable(this);
    change.accept(copy);
    return copy.made();
  }

  /** A copy that can be changed. */
  private static final class Changeable {
    private @Nullable String content;
    private List<Embed> embeds;
    private AllowedMentions allowedMentions;
    private @Nullable MessageReference messageReference;
    private List<Component> components;
    private MessageFlags flags;
    private @Nullable String nonce;
    private boolean enforceNonce;
    private List<FileUpload> files;

    private Changeable(MessageCreate of) {
      content = of.content;
      embeds = of.embeds;
      allowedMentions = of.allowedMentions;
      messageReference = of.messageReference;
      components = of.components;
      flags = of.flags;
      nonce = of.nonce;
      enforceNonce = of.enforceNonce;
      files = of.files;
    }

    private MessageCreate made() {
      return new MessageCreate(
          content,
          embeds,
          allowedMentions,
          messageReference,
          components,
          flags,
          nonce,
          enforceNonce,
          files);
    }
  }

  private static void checkNonce(@Nullable String nonce, boolean enforced) {
    if (nonce != null && nonce.length() > NONCE_LIMIT) {
      throw new IllegalArgumentException(
          "nonce must be at most 25 characters, was " + nonce.length());
    }
    if (enforced && nonce == null) {
      throw new IllegalArgumentException("enforceNonce needs a nonce");
    }
  }

  /** What people write is not printed, so that no log carries it. */
  @Override
  public String toString() {
    return "MessageCreate[nonce " + nonce + ", " + files.size() + " files]";
  }
}
