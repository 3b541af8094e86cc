package dev.gatehouse.discord.model;

/**
 * A part of a message or of a modal that can be seen or used.
 *
 * @see <a href="https://docs.discord.com/developers/components/reference">Component reference</a>
 */
public sealed interface Component
    permits ActionRow,
        Button,
        StringSelect,
        EntitySelect,
        TextInput,
        Section,
        TextDisplay,
        Thumbnail,
        MediaGallery,
        FileComponent,
        Separator,
        Container,
        Label,
        FileUploadInput,
        ChoiceGroup,
        Checkbox,
        UnknownComponent {
  /** The number of its kind on the wire. */
  int type();
}
