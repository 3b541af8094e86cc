package dev.gatehouse.discord.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.AllowedMentions;
import dev.gatehouse.discord.model.Application;
import dev.gatehouse.discord.model.ApplicationCommand;
import dev.gatehouse.discord.model.ApplicationCommandCreate;
import dev.gatehouse.discord.model.ApplicationEdit;
import dev.gatehouse.discord.model.Attachment;
import dev.gatehouse.discord.model.Button;
import dev.gatehouse.discord.model.Channel;
import dev.gatehouse.discord.model.Checkbox;
import dev.gatehouse.discord.model.ChoiceGroup;
import dev.gatehouse.discord.model.CommandOption;
import dev.gatehouse.discord.model.Container;
import dev.gatehouse.discord.model.Embed;
import dev.gatehouse.discord.model.EmbedAuthor;
import dev.gatehouse.discord.model.EmbedField;
import dev.gatehouse.discord.model.EmbedFooter;
import dev.gatehouse.discord.model.EmbedMedia;
import dev.gatehouse.discord.model.EntitySelect;
import dev.gatehouse.discord.model.FileComponent;
import dev.gatehouse.discord.model.FileUploadInput;
import dev.gatehouse.discord.model.GalleryItem;
import dev.gatehouse.discord.model.GatewayBot;
import dev.gatehouse.discord.model.Label;
import dev.gatehouse.discord.model.MediaGallery;
import dev.gatehouse.discord.model.MediaItem;
import dev.gatehouse.discord.model.Member;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.MessageReference;
import dev.gatehouse.discord.model.Reaction;
import dev.gatehouse.discord.model.Role;
import dev.gatehouse.discord.model.Section;
import dev.gatehouse.discord.model.SelectOption;
import dev.gatehouse.discord.model.Separator;
import dev.gatehouse.discord.model.SessionStartLimit;
import dev.gatehouse.discord.model.StringSelect;
import dev.gatehouse.discord.model.TextDisplay;
import dev.gatehouse.discord.model.TextInput;
import dev.gatehouse.discord.model.ThreadMetadata;
import dev.gatehouse.discord.model.ThreadStart;
import dev.gatehouse.discord.model.Thumbnail;
import dev.gatehouse.discord.model.User;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of a record is one that Discord's OpenAPI description knows, and what a record
 * refuses to be without is always there.
 */
final class OpenApiTest {
  private static final SchemaFields PROPERTIES = SchemaFields.read("properties.json");

  /** Those that are always there and never null. */
  private static final SchemaFields REQUIRED = SchemaFields.read("required.json");

  @ParameterizedTest
  @MethodSource("models")
  void namesItsFieldsAsDiscordDoes(Model model) {
    Set<String> unknown = new TreeSet<>(model.fields());
    model.schemas().forEach(schema -> unknown.removeAll(PROPERTIES.of(schema)));
    assertThat(unknown).isEqualTo(new TreeSet<>(model.beyond()));
  }

  @ParameterizedTest
  @MethodSource("received")
  void demandsOnlyWhatIsAlwaysThere(Model model) {
    Set<String> missing = new TreeSet<>();
    for (String schema : model.schemas()) {
      Set<String> demanded = Demands.of(model.type());
      demanded.removeAll(REQUIRED.of(schema));
      missing.addAll(demanded);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aRecordIsAskedWhatItDemands() {
    assertThat(Demands.of(User.class)).isEqualTo(Set.of("id", "username"));
    assertThat(Demands.of(GatewayBot.class)).isEqualTo(Set.of("url", "session_start_limit"));
    assertThat(Demands.of(ThreadMetadata.class)).isEmpty();
  }

  /** What only we send may ask more of us than Discord does. */
  static Stream<Model> received() {
    return models().filter(model -> model.type() != ApplicationCommandCreate.class);
  }

  static Stream<Model> models() {
    return Stream.of(
        Model.of(User.class, "UserResponse"),
        Model.of(Member.class, "GuildMemberResponse").beyond("permissions"),
        Model.of(Role.class, "GuildRoleResponse"),
        Model.of(
            Channel.class,
            "GuildChannelResponse",
            "ThreadResponse",
            "PrivateChannelResponse",
            "PrivateGroupChannelResponse"),
        Model.of(ThreadMetadata.class, "ThreadMetadataResponse"),
        Model.of(Message.class, "MessageResponse").beyond("guild_id", "member"),
        Model.of(Attachment.class, "MessageAttachmentResponse"),
        Model.of(Embed.class, "MessageEmbedResponse"),
        Model.of(EmbedField.class, "MessageEmbedFieldResponse"),
        Model.of(EmbedFooter.class, "MessageEmbedFooterResponse"),
        Model.of(EmbedMedia.class, "MessageEmbedImageResponse"),
        Model.of(EmbedAuthor.class, "MessageEmbedAuthorResponse"),
        Model.of(Reaction.class, "MessageReactionResponse"),
        Model.of(MessageReference.class, "MessageReferenceResponse", "MessageReferenceRequest"),
        Model.of(MessageCreate.class, "MessageCreateRequest").beyond("files"),
        Model.of(MessageEdit.class, "MessageEditRequestPartial").beyond("files"),
        Model.of(AllowedMentions.class, "MessageAllowedMentionsRequest"),
        Model.of(Application.class, "PrivateApplicationResponse"),
        Model.of(ApplicationEdit.class, "ApplicationFormPartial"),
        Model.of(GatewayBot.class, "GatewayBotResponse"),
        Model.of(SessionStartLimit.class, "GatewayBotSessionStartLimitResponse"),
        Model.of(ApplicationCommand.class, "ApplicationCommandResponse"),
        Model.of(ApplicationCommandCreate.class, "ApplicationCommandCreateRequest"),
        Model.of(
            CommandOption.class,
            "ApplicationCommandStringOption",
            "ApplicationCommandIntegerOption",
            "ApplicationCommandSubcommandOption",
            "ApplicationCommandChannelOption"),
        Model.of(ThreadStart.class, "CreateTextThreadWithMessageRequest"),
        Model.of(ActionRow.class, "ActionRowComponentForMessageRequest"),
        Model.of(Button.class, "ButtonComponentForMessageRequest"),
        Model.of(StringSelect.class, "StringSelectComponentForMessageRequest").beyond("values"),
        Model.of(SelectOption.class, "StringSelectOptionForRequest").beyond("is_default"),
        Model.of(
                EntitySelect.class,
                "UserSelectComponentForMessageRequest",
                "ChannelSelectComponentForMessageRequest")
            .beyond("values"),
        Model.of(TextInput.class, "TextInputComponentForModalRequest"),
        Model.of(Section.class, "SectionComponentForMessageRequest"),
        Model.of(TextDisplay.class, "TextDisplayComponentForMessageRequest"),
        Model.of(Thumbnail.class, "ThumbnailComponentForMessageRequest"),
        Model.of(MediaGallery.class, "MediaGalleryComponentForMessageRequest"),
        Model.of(GalleryItem.class, "MediaGalleryItemRequest"),
        Model.of(MediaItem.class, "UnfurledMediaRequest"),
        Model.of(FileComponent.class, "FileComponentForMessageRequest").beyond("name", "size"),
        Model.of(Separator.class, "SeparatorComponentForMessageRequest"),
        Model.of(Container.class, "ContainerComponentForMessageRequest"),
        Model.of(Label.class, "LabelComponentForModalRequest"),
        Model.of(FileUploadInput.class, "FileUploadComponentForModalRequest").beyond("values"),
        Model.of(
                ChoiceGroup.class,
                "RadioGroupComponentForModalRequest",
                "CheckboxGroupComponentForModalRequest")
            .beyond("value", "values"),
        Model.of(Checkbox.class, "CheckboxComponentForModalRequest").beyond("value"));
  }

  /**
   * A record and the schemas that describe it.
   *
   * @param beyond fields that only the gateway, submitted modals or uploads have, which the OpenAPI
   *     description leaves out
   */
  record Model(Class<? extends Record> type, List<String> schemas, List<String> beyond) {
    static Model of(Class<? extends Record> type, String... schemas) {
      return new Model(type, List.of(schemas), List.of());
    }

    Model beyond(String... fields) {
      return new Model(type, schemas, List.of(fields));
    }

    List<String> fields() {
      return Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getName)
          .map(new SnakeCaseStrategy()::translate)
          .toList();
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }
}
