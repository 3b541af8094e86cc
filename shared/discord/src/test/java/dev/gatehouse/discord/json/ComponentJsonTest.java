package dev.gatehouse.discord.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.ChannelType;
import dev.gatehouse.discord.model.Component;
import dev.gatehouse.discord.model.Container;
import dev.gatehouse.discord.model.EntitySelect;
import dev.gatehouse.discord.model.StringSelect;
import dev.gatehouse.discord.model.UnknownComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComponentJsonTest {
  private final byte[] json = Payloads.bytes("components");
  private final List<Component> components = DiscordJson.readList(json, Component.class);

  @Test
  void tellsTheKindsApart() {
    assertEquals(
        List.of(1, 1, 1, 1, 1, 17, 18, 18, 18, 18, 18, 77),
        components.stream().map(Component::type).toList());
    var container = assertInstanceOf(Container.class, components.get(5));
    assertEquals(
        List.of(10, 9, 14, 12, 13), container.components().stream().map(Component::type).toList());
  }

  @Test
  void readsTheOptionsOfAMenu() {
    var select = assertInstanceOf(StringSelect.class, first(0));
    assertEquals(true, select.options().getFirst().isDefault());
  }

  @Test
  void keepsTheKindOfAnEntityMenu() {
    assertEquals(EntitySelect.USER, first(1).type());
    var channels = assertInstanceOf(EntitySelect.class, first(4));
    assertEquals(new ChannelType(99), channels.channelTypes().getLast());
  }

  @Test
  void keepsAnUnknownComponentWhole() {
    var unknown = assertInstanceOf(UnknownComponent.class, components.getLast());
    JsonNode original = Payloads.tree(json).get(11);
    assertEquals(original, Payloads.tree(DiscordJson.write(unknown)));
  }

  @Test
  void writesEveryKindSoThatItReadsTheSame() {
    assertEquals(components, DiscordJson.readList(DiscordJson.write(components), Component.class));
  }

  @Test
  void writesTheTypeAsNumberAndNothingThatWasNotThere() {
    JsonNode original = Payloads.tree(json).at("/5/components/1");
    var container = assertInstanceOf(Container.class, components.get(5));
    JsonNode written = Payloads.tree(DiscordJson.write(container.components().get(1)));
    assertEquals(original.get("type"), written.get("type"));
    assertEquals(original.at("/accessory/type"), written.at("/accessory/type"));
  }

  private Component first(int row) {
    return assertInstanceOf(ActionRow.class, components.get(row)).components().getFirst();
  }
}
