package dev.gatehouse.discordchat;

import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.Button;
import dev.gatehouse.discord.model.ButtonStyle;
import dev.gatehouse.discord.model.Component;
import java.util.List;

/** Actions as one row of buttons. */
final class Buttons {
  private Buttons() {}

  /** The row; no row at all without actions, which also removes one that is there. */
  static List<Component> of(List<Action> actions) {
    if (actions.isEmpty()) {
      return List.of();
    }
    List<Component> buttons = actions.stream().<Component>map(Buttons::of).toList();
    return List.of(new ActionRow(buttons));
  }

  private static Button of(Action action) {
    return Button.of(style(action.style()), action.id(), action.label());
  }

  private static ButtonStyle style(Action.Style style) {
    return switch (style) {
      case PRIMARY -> ButtonStyle.PRIMARY;
      case SECONDARY -> ButtonStyle.SECONDARY;
      case DANGER -> ButtonStyle.DANGER;
    };
  }
}
