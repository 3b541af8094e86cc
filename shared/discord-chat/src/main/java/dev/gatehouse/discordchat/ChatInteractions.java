package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.ChatInteraction;
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
import java.util.function.Function;

/** Discord's interactions as those of any platform. */
final class ChatInteractions {
  private ChatInteractions() {}

  static ChatInteraction of(Interaction interaction) {
    return switch (interaction) {
      case CommandInteraction command ->
          by(
              command,
              caller ->
                  new ChatInteraction.Command(caller, command.data().name(), options(command)));
      case ComponentInteraction component ->
          by(
              component,
              caller -> new ChatInteraction.ButtonClick(caller, component.data().customId()));
      case ModalInteraction modal ->
          by(
              modal,
              caller ->
                  new ChatInteraction.ModalSubmit(
                      caller, modal.data().customId(), ModalFields.of(modal)));
      case AutocompleteInteraction autocomplete -> new ChatInteraction.Unknown("autocomplete");
      case PingInteraction ping -> new ChatInteraction.Unknown("ping");
      case UnknownInteraction unknown ->
          new ChatInteraction.Unknown("interaction type " + unknown.context().type().value());
    };
  }

  private static ChatInteraction by(
      Interaction interaction, Function<Caller, ChatInteraction> made) {
    InteractionContext context = interaction.context();
    User user = context.invoker();
    return user == null
        ? new ChatInteraction.Unknown("interaction without a user")
        : made.apply(new Caller(Authors.person(user, context.member()), moderates(context)));
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
