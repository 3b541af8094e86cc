package dev.gatehouse.discord.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.AllowedMentions;
import dev.gatehouse.discord.model.ApplicationCommandCreate;
import dev.gatehouse.discord.model.ButtonStyle;
import dev.gatehouse.discord.model.ChannelType;
import dev.gatehouse.discord.model.ChoiceGroup;
import dev.gatehouse.discord.model.Code;
import dev.gatehouse.discord.model.CommandOption;
import dev.gatehouse.discord.model.CommandOptionType;
import dev.gatehouse.discord.model.CommandType;
import dev.gatehouse.discord.model.Component;
import dev.gatehouse.discord.model.Embed;
import dev.gatehouse.discord.model.EntitySelect;
import dev.gatehouse.discord.model.FileUploadInput;
import dev.gatehouse.discord.model.IntegrationType;
import dev.gatehouse.discord.model.Interaction;
import dev.gatehouse.discord.model.InteractionContextType;
import dev.gatehouse.discord.model.InteractionType;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.MessageFlags;
import dev.gatehouse.discord.model.MessageType;
import dev.gatehouse.discord.model.Permissions;
import dev.gatehouse.discord.model.ReferenceType;
import dev.gatehouse.discord.model.SelectOption;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.StringSelect;
import dev.gatehouse.discord.model.TextInputStyle;
import dev.gatehouse.discord.model.UnknownComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.IntFunction;

/** How each type of the model looks in JSON, where that is not plain to see. */
final class DiscordModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  DiscordModule() {
    super("discord");
    addScalars();
    addCodes();
    addUnions();
    addShapes();
  }

  private void addScalars() {
    addText(Snowflake.class, Snowflake::of);
    addText(Permissions.class, Permissions::of);
    addText(Instant.class, text -> OffsetDateTime.parse(text).toInstant());
    addText(Secret.class, Secret::of);
    addKeyDeserializer(Snowflake.class, new SnowflakeKey());
    addSerializer(
        MessageFlags.class, new NumberSerializer<>(MessageFlags.class, MessageFlags::bits));
    addDeserializer(
        MessageFlags.class, new NumberDeserializer<>(MessageFlags.class, MessageFlags::new));
  }

  private void addCodes() {
    addSerializer(Code.class, new NumberSerializer<>(Code.class, Code::value));
    addCode(ButtonStyle.class, ButtonStyle::new);
    addCode(ChannelType.class, ChannelType::new);
    addCode(CommandType.class, CommandType::new);
    addCode(IntegrationType.class, IntegrationType::new);
    addCode(InteractionContextType.class, InteractionContextType::new);
    addCode(InteractionType.class, InteractionType::new);
    addCode(MessageType.class, MessageType::new);
    addCode(CommandOptionType.class, CommandOptionType::new);
    addCode(ReferenceType.class, ReferenceType::new);
    addCode(TextInputStyle.class, TextInputStyle::new);
  }

  private void addUnions() {
    setMixInAnnotation(Component.class, JacksonMixIns.OfComponent.class);
    addSerializer(UnknownComponent.class, new UnknownComponentSerializer());
    addDeserializer(UnknownComponent.class, new UnknownComponentDeserializer());
    addDeserializer(Interaction.class, new InteractionDeserializer());
  }

  private void addShapes() {
    setMixInAnnotation(AllowedMentions.class, JacksonMixIns.OfAllowedMentions.class);
    setMixInAnnotation(ApplicationCommandCreate.class, JacksonMixIns.WithoutEmpty.class);
    setMixInAnnotation(ChoiceGroup.class, JacksonMixIns.WithoutEmpty.class);
    setMixInAnnotation(CommandOption.class, JacksonMixIns.OfCommandOption.class);
    setMixInAnnotation(Embed.class, JacksonMixIns.WithoutEmpty.class);
    setMixInAnnotation(EntitySelect.class, JacksonMixIns.WithoutEmpty.class);
    setMixInAnnotation(FileUploadInput.class, JacksonMixIns.WithoutEmpty.class);
    setMixInAnnotation(MessageCreate.class, JacksonMixIns.OfMessageCreate.class);
    setMixInAnnotation(MessageEdit.class, JacksonMixIns.OfMessageEdit.class);
    setMixInAnnotation(SelectOption.class, JacksonMixIns.OfSelectOption.class);
    setMixInAnnotation(StringSelect.class, JacksonMixIns.WithoutEmpty.class);
  }

  private <T> void addText(Class<T> type, TextDeserializer.Parser<T> parser) {
    addSerializer(type, new TextSerializer<>(type));
    addDeserializer(type, new TextDeserializer<>(type, parser));
  }

  private <T extends Code> void addCode(Class<T> type, IntFunction<T> maker) {
    addDeserializer(
        type, new NumberDeserializer<>(type, value -> maker.apply(Math.toIntExact(value))));
  }
}
