package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.Button;
import dev.gatehouse.discord.model.Checkbox;
import dev.gatehouse.discord.model.ChoiceGroup;
import dev.gatehouse.discord.model.Component;
import dev.gatehouse.discord.model.Container;
import dev.gatehouse.discord.model.EntitySelect;
import dev.gatehouse.discord.model.FileComponent;
import dev.gatehouse.discord.model.FileUploadInput;
import dev.gatehouse.discord.model.GalleryItem;
import dev.gatehouse.discord.model.Label;
import dev.gatehouse.discord.model.MediaGallery;
import dev.gatehouse.discord.model.Section;
import dev.gatehouse.discord.model.SelectOption;
import dev.gatehouse.discord.model.Separator;
import dev.gatehouse.discord.model.StringSelect;
import dev.gatehouse.discord.model.TextDisplay;
import dev.gatehouse.discord.model.TextInput;
import dev.gatehouse.discord.model.Thumbnail;
import dev.gatehouse.discord.model.UnknownComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text that components show, a line for each. */
final class ComponentText {
  private ComponentText() {}

  /** The text; nothing when they show none. */
  static Optional<String> of(List<Component> components) {
    return Optional.of(
            components.stream()
                .flatMap(ComponentText::lines)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n")))
        .filter(text -> !text.isEmpty());
  }

  private static Stream<@Nullable String> lines(Component component) {
    return switch (component) {
      case TextDisplay text -> Stream.of(text.content());
      case ActionRow row -> row.components().stream().flatMap(ComponentText::lines);
      case Container box -> box.components().stream().flatMap(ComponentText::lines);
      case Section section ->
          Stream.concat(
              section.components().stream().flatMap(ComponentText::lines),
              Stream.ofNullable(section.accessory()).flatMap(ComponentText::lines));
      case Label label ->
          Stream.concat(
              Stream.of(label.label(), label.description()),
              Stream.ofNullable(label.component()).flatMap(ComponentText::lines));
      case Button button -> Stream.of(button.label());
      case StringSelect menu ->
          Stream.concat(
              Stream.of(menu.placeholder()), menu.options().stream().map(SelectOption::label));
      case EntitySelect menu -> Stream.of(menu.placeholder());
      case ChoiceGroup group -> group.options().stream().map(SelectOption::label);
      case MediaGallery gallery -> gallery.items().stream().map(GalleryItem::description);
      case Thumbnail picture -> Stream.of(picture.description());
      case FileComponent file -> Stream.of(file.name());
      case TextInput _, FileUploadInput _, Checkbox _, Separator _, UnknownComponent _ ->
          Stream.empty();
    };
  }
}
