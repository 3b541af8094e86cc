package dev.gatehouse.discord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

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
    assertThat(components.stream().map(Component::type).toList())
        .isEqualTo(List.of(1, 1, 1, 1, 1, 17, 18, 18, 18, 18, 18, 77));
    var container = assertThat(components.get(5)).asInstanceOf(type(Container.class)).actual();
    assertThat(container.components().stream().map(Component::type).toList())
        .isEqualTo(List.of(10, 9, 14, 12, 13));
  }

  @Test
  void readsTheOptionsOfAMenu() {
    var select = assertThat(first(0)).asInstanceOf(type(StringSelect.class)).actual();
    assertThat(select.options().getFirst().isDefault()).isEqualTo(true);
  }

  @Test
  void keepsTheKindOfAnEntityMenu() {
    assertThat(first(1).type()).isEqualTo(EntitySelect.USER);
    var channels = assertThat(first(4)).asInstanceOf(type(EntitySelect.class)).actual();
    assertThat(channels.channelTypes().getLast()).isEqualTo(new ChannelType(99));
  }

  @Test
  void keepsAnUnknownComponentWhole() {
    var unknown =
        assertThat(components.getLast()).asInstanceOf(type(UnknownComponent.class)).actual();
    JsonNode original = Payloads.tree(json).get(11);
    assertThat(Payloads.tree(DiscordJson.write(unknown))).isEqualTo(original);
  }

  @Test
  void writesEveryKindSoThatItReadsTheSame() {
    assertThat(DiscordJson.readList(DiscordJson.write(components), Component.class))
        .isEqualTo(components);
  }

  @Test
  void writesTheTypeAsNumberAndNothingThatWasNotThere() {
    JsonNode original = Payloads.tree(json).at("/5/components/1");
    var container = assertThat(components.get(5)).asInstanceOf(type(Container.class)).actual();
    JsonNode written = Payloads.tree(DiscordJson.write(container.components().get(1)));
    assertThat(written.get("type")).isEqualTo(original.get("type"));
    assertThat(written.at("/accessory/type")).isEqualTo(original.at("/accessory/type"));
  }

  private Component first(int row) {
    return assertThat(components.get(row))
        .asInstanceOf(type(ActionRow.class))
        .actual()
        .components()
        .getFirst();
  }
}
