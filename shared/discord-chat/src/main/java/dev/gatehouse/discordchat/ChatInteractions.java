package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.discord.model.AutocompleteInteraction;
import dev.gatehouse.discord.model.CommandInteraction;
import dev.gatehouse.discord.model.ComponentInteraction;
import dev.gatehouse.discord.model.Interaction;
import dev.gatehouse.discord.model.InteractionContext;
import dev.gatehouse.discord.model.Member;
import dev.gatehouse.discord.model.ModalInteraction;
import dev.gatehouse.discord.model.OptionValue;
import dev.gatehouse.discord.model.Permissions;
import dev.gatehouse.discord.model.PingInteraction;
import dev.gatehouse.discord.model.UnknownInteraction;
import dev.gatehouse.discord.model.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Discord's interactions as those of any platform. */
final class ChatInteractions {
  private ChatInteractions() {}

  static Optional<ChatInteraction> of(Interaction interaction) {
    InteractionContext context = interaction.context();
    User user = context.invoker();
    return user == null
        ? Optional.empty()
        : content(interaction)
            .map(content -> {
              Author author = Authors.person(user, context.member());
              return new ChatInteraction(new Caller(author, moderates(context)), content);
            });
  }

  private static Optional<Content> content(Interaction interaction) {
    return switch (interaction) {
      case CommandInteraction command ->
          Optional.of(new Content.CommandCall(command.data().name(), options(command)));
      case ComponentInteraction component ->
          Optional.of(new Content.PressedButton(component.data().customId()));
      case ModalInteraction modal ->
          Optional.of(new Content.SubmittedForm(modal.data().customId(), ModalFields.of(modal)));
      case AutocompleteInteraction _, PingInteraction _, UnknownInteraction _ -> Optional.empty();
    };
  }

  /** In a direct conversation there is nobody to moderate. */
  private static boolean moderates(InteractionContext context) {
    Member member = context.member();
    return member != null
        && member.permissions() != null
        && member.permissions().allows(Permissions.MANAGE_MESSAGES);
  }

  private static Map<String, String> options(CommandInteraction command) {
    Map<String, String> given = new LinkedHashMap<>();
    command.data().allOptions().forEach(option -> put(given, option));
    return given;
  }

  private static void put(Map<String, String> given, OptionValue option) {
    String text = option.text();
    if (text != null) {
      given.put(option.name(), text);
    }
  }
}
