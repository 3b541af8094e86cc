package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Attachment;
import dev.gatehouse.simulator.state.StoredFile;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the files of messages.
 *
 * @see <a href="https://discord.com/developers/docs/reference#uploading-files">Uploading files</a>
 */
public final class AttachmentStore {
  private static final int LARGEST_FILE = 10 * 1024 * 1024;
  private static final int FILES = 10;

  private final World world;

  /** Files of a world. */
  public AttachmentStore(World world) {
    this.world = world;
  }

  /** Refuses files that are too many or too large. */
  static void check(MessageForm form, FormErrors errors) {
    if (form.uploads().size() > FILES) {
      errors.add("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
    }
    if (form.uploads().stream().anyMatch(upload -> upload.bytes().length > LARGEST_FILE)) {
      throw Rejection.of(413, 40005, "Request entity too large");
    }
  }

  /** Stores the uploads, each with what the body says about it. */
  List<Attachment> store(MessageForm form, long channelId, boolean ephemeral) {
    List<Attachment> stored = new ArrayList<>();
    for (Upload upload : form.uploads()) {
      stored.add(store(upload, description(form, upload.index()), channelId, ephemeral));
    }
    return stored;
  }

  /** The attachments that an edit lists and so keeps; all of them when it lists none. */
  static List<Attachment> kept(MessageForm form, List<Attachment> existing) {
    Optional<JsonNode> listed = Json.field(form.json(), "attachments");
    return listed.isEmpty()
        ? existing
        : existing.stream().filter(a -> lists(listed.get(), a.id())).toList();
  }

  private static boolean lists(JsonNode array, long id) {
    for (JsonNode element : array) {
      if (Json.id(element, "id").filter(listed -> listed == id).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Stores one file that a command is given. */
  public Attachment store(Upload upload, long channelId) {
    return store(upload, Optional.empty(), channelId, true);
  }

  private Attachment store(
      Upload upload, Optional<String> description, long channelId, boolean ephemeral) {
    long id = world.nextId();
    String name = URLEncoder.encode(upload.filename(), StandardCharsets.UTF_8).replace("+", "%20");
    Attachment attachment =
        new Attachment(
            id,
            upload.filename(),
            description.orElse(null),
            upload.contentType(),
            upload.bytes().length,
            "/attachments/" + channelId + "/" + id + "/" + name,
            ephemeral,
            upload.seconds());
    world.messages().put(new StoredFile(attachment, upload.bytes()));
    return attachment;
  }

  private static Optional<String> description(MessageForm form, int index) {
    for (JsonNode element : form.json().path("attachments")) {
      if (element.path("id").asText("").equals(Integer.toString(index))) {
        return Json.text(element, "description");
      }
    }
    return Optional.empty();
  }
}
