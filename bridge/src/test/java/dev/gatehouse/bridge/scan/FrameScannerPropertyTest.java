package dev.gatehouse.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The scanner finds in any JSON what Jackson finds. */
class FrameScannerPropertyTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long OUR_ID = 77;
  private static final long OUR_ROLE = 9007199254740993L;
  private static final List<String> NAMES =
      List.of(
          "op",
          "s",
          "t",
          "d",
          "id",
          "bot",
          "author",
          "user_id",
          "guild_id",
          "mentions",
          "channel_id",
          "webhook_id",
          "mention_roles",
          "content",
          "memb\"er",
          "übung",
          "");

  private final FrameScanner scanner =
      new FrameScanner(new MentionTargets(OUR_ID, Set.of(OUR_ROLE)));

  @Provide
  Arbitrary<JsonNode> frames() {
    return objects(4);
  }

  private static Arbitrary<JsonNode> values(int depth) {
    return depth == 0
        ? leaves()
        : Arbitraries.frequencyOf(
            Tuple.of(6, leaves()), Tuple.of(2, objects(depth)), Tuple.of(1, arrays(depth)));
  }

  private static Arbitrary<JsonNode> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20).map(NODES::textNode),
        Arbitraries.of("1", "77", "9007199254740993", "18446744073709551615", "x")
            .map(NODES::textNode),
        Arbitraries.longs().map(NODES::numberNode),
        Arbitraries.doubles().map(NODES::numberNode),
        Arbitraries.of(true, false).map(NODES::booleanNode),
        Arbitraries.just(NODES.nullNode()));
  }

  private static Arbitrary<JsonNode> objects(int depth) {
    return Combinators.combine(Arbitraries.of(NAMES), values(depth - 1))
        .as(Map::entry)
        .list()
        .ofMaxSize(8)
        .map(FrameScannerPropertyTest::object);
  }

  private static JsonNode object(List<Map.Entry<String, JsonNode>> fields) {
    ObjectNode object = NODES.objectNode();
    fields.forEach(field -> object.set(field.getKey(), field.getValue()));
    return object;
  }

  private static Arbitrary<JsonNode> arrays(int depth) {
    return values(depth - 1).list().ofMaxSize(4).map(list -> NODES.arrayNode().addAll(list));
  }

  @Property(tries = 500)
  void findsWhatJacksonFinds(@ForAll("frames") JsonNode generated, @ForAll boolean indented)
      throws Exception {
    byte[] bytes = write(generated, indented);
    JsonNode frame = JACKSON.readTree(bytes);

    Scan scan = scanner.scan(bytes, 0, bytes.length);

    JsonNode data = frame.path("d");
    assertThat(scan.event().text()).isEqualTo(text(frame.path("t")));
    assertThat(scan.userId).isEqualTo(snowflake(data.path("user_id")));
    assertThat(scan.guildId).isEqualTo(snowflake(data.path("guild_id")));
    assertThat(scan.channelId).isEqualTo(snowflake(data.path("channel_id")));
    assertThat(scan.id).isEqualTo(snowflake(data.path("id")));
    assertThat(scan.authorId).isEqualTo(snowflake(data.path("author").path("id")));
    assertThat(scan.authorIsBot)
        .isEqualTo(
            data.path("author").path("bot").asText().equals("true")
                && data.path("author").path("bot").isBoolean());
    assertThat(scan.mentionsUs())
        .isEqualTo(
            mentionsUs(data.path("mentions")) || mentionsOurRole(data.path("mention_roles")));
    if (frame.has("d")) {
      assertThat(payload(bytes, scan)).isEqualTo(data);
    }
  }

  private static JsonNode payload(byte[] bytes, Scan scan) throws JsonProcessingException {
    return JACKSON.readTree(
        new String(
            bytes, scan.dataStart(), scan.dataEnd() - scan.dataStart(), StandardCharsets.UTF_8));
  }

  private static byte[] write(JsonNode frame, boolean indented) throws JsonProcessingException {
    return indented
        ? JACKSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(frame)
        : JACKSON.writeValueAsBytes(frame);
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }

  private static long snowflake(JsonNode node) {
    return text(node).matches("\\d{1,18}") ? Long.parseLong(node.textValue()) : large(text(node));
  }

  private static long large(String text) {
    try {
      return text.matches("\\d{19}") ? Long.parseLong(text) : Scan.NONE;
    } catch (NumberFormatException e) {
      return Scan.NONE;
    }
  }

  private static boolean mentionsOurRole(JsonNode roles) {
    boolean ours = false;
    for (JsonNode role : roles.isArray() ? roles : NODES.arrayNode()) {
      ours |= snowflake(role) == OUR_ROLE;
    }
    return ours;
  }

  private static boolean mentionsUs(JsonNode mentions) {
    boolean ours = false;
    for (JsonNode user : mentions.isArray() ? mentions : NODES.arrayNode()) {
      ours |= snowflake(user.path("id")) == OUR_ID;
    }
    return ours;
  }
}
