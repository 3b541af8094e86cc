package dev.gatehouse.discord.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.Button;
import dev.gatehouse.discord.model.Checkbox;
import dev.gatehouse.discord.model.ChoiceGroup;
import dev.gatehouse.discord.model.Container;
import dev.gatehouse.discord.model.EntitySelect;
import dev.gatehouse.discord.model.FileComponent;
import dev.gatehouse.discord.model.FileUpload;
import dev.gatehouse.discord.model.FileUploadInput;
import dev.gatehouse.discord.model.Label;
import dev.gatehouse.discord.model.MediaGallery;
import dev.gatehouse.discord.model.Section;
import dev.gatehouse.discord.model.Separator;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.StringSelect;
import dev.gatehouse.discord.model.TextDisplay;
import dev.gatehouse.discord.model.TextInput;
import dev.gatehouse.discord.model.Thumbnail;
import dev.gatehouse.discord.model.UnknownComponent;
import java.util.List;

/**
 * <a href="https://github.com/FasterXML/jackson-docs/wiki/JacksonMixInAnnotations">Mix-in
 * annotations</a> for types of the model, so that the model itself needs no Jackson.
 */
final class JacksonMixIns {
  private JacksonMixIns() {}

  /** Told apart by the number in {@code type}. */
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "type",
      visible = true,
      defaultImpl = UnknownComponent.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ActionRow.class, name = "1"),
    @JsonSubTypes.Type(value = Button.class, name = "2"),
    @JsonSubTypes.Type(value = StringSelect.class, name = "3"),
    @JsonSubTypes.Type(value = TextInput.class, name = "4"),
    @JsonSubTypes.Type(
        value = EntitySelect.class,
        names = {"5", "6", "7", "8"}),
    @JsonSubTypes.Type(value = Section.class, name = "9"),
    @JsonSubTypes.Type(value = TextDisplay.class, name = "10"),
    @JsonSubTypes.Type(value = Thumbnail.class, name = "11"),
    @JsonSubTypes.Type(value = MediaGallery.class, name = "12"),
    @JsonSubTypes.Type(value = FileComponent.class, name = "13"),
    @JsonSubTypes.Type(value = Separator.class, name = "14"),
    @JsonSubTypes.Type(value = Container.class, name = "17"),
    @JsonSubTypes.Type(value = Label.class, name = "18"),
    @JsonSubTypes.Type(value = FileUploadInput.class, name = "19"),
    @JsonSubTypes.Type(
        value = ChoiceGroup.class,
        names = {"21", "22"}),
    @JsonSubTypes.Type(value = Checkbox.class, name = "23"),
  })
  interface OfComponent {
    @JsonProperty("type")
    int type();
  }

  /** Discord takes an empty list in some requests for a value, so it is left out. */
  @JsonInclude(Include.NON_EMPTY)
  interface WithoutEmpty {}

  /** {@code parse} must be there even when empty, the others only when they name someone. */
  interface OfAllowedMentions {
    @JsonInclude(Include.NON_EMPTY)
    List<Snowflake> users();

    @JsonInclude(Include.NON_EMPTY)
    List<Snowflake> roles();
  }

  @JsonInclude(Include.NON_EMPTY)
  interface OfCommandOption {
    @JsonInclude(Include.NON_DEFAULT)
    boolean required();

    @JsonInclude(Include.NON_DEFAULT)
    boolean autocomplete();
  }

  /** Files travel beside the JSON. */
  @JsonInclude(Include.NON_EMPTY)
  interface OfMessageCreate {
    @JsonIgnore
    List<FileUpload> files();

    @JsonInclude(Include.NON_DEFAULT)
    boolean enforceNonce();
  }

  /** Files travel beside the JSON; an empty list removes what the message has. */
  interface OfMessageEdit {
    @JsonIgnore
    List<FileUpload> files();
  }

  interface OfSelectOption {
    @JsonProperty("default")
    boolean isDefault();
  }
}
