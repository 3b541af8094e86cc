package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field for files in a modal.
 *
 * @param values ids of the uploaded attachments, in what a person submitted
 */
public record FileUploadInput(
    String customId,
    @Nullable Integer minValues,
    @Nullable Integer maxValues,
    @Nullable Boolean required,
    List<Snowflake> values)
    implements Component {
  public static final int TYPE = 19;

  public FileUploadInput {
    Absent.refuse("custom_id", customId);
    values = Absent.asEmpty(values);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
