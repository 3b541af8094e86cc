package dev.gatehouse.chat.platform;

import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The platforms that are served, found by the name that a message carries. */
public final class ChatPlatforms {
  private final Map<Platform, ChatPlatform> served;

  private ChatPlatforms(Map<Platform, ChatPlatform> served) {
    this.served = served;
  }

  /**
   * Serves these.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  public static ChatPlatforms of(Collection<? extends ChatPlatform> platforms) {
    Map<Platform, ChatPlatform> served = new LinkedHashMap<>();
    for (ChatPlatform platform : platforms) {
      if (served.putIfAbsent(platform.name(), platform) != null) {
        throw new IllegalArgumentException("platforms: two are named " + platform.name());
      }
    }
    return new ChatPlatforms(served);
  }

  /** Serves these. */
  public static ChatPlatforms of(ChatPlatform... platforms) {
    return of(List.of(platforms));
  }

  /**
   * Serves each platform on the class path that the settings configure. Settings are read at once;
   * clients are made, and secrets fetched, when the result is asked for.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the setting that is
   *     wrong, or that would configure a platform when none is
   */
  public static Supplier<ChatPlatforms> configured(PlatformContext context) {
    List<ChatPlatformProvider> providers = providers();
    List<Supplier<ChatPlatform>> platforms =
        providers.stream().flatMap(provider -> provider.configure(context).stream()).toList();
    if (platforms.isEmpty()) {
      throw providers.stream()
          .findFirst()
          .map(ChatPlatformProvider::notConfigured)
          .orElseThrow(() -> new IllegalStateException("no chat platform is on the class path"));
    }
    return () -> of(platforms.stream().map(Supplier::get).toList());
  }

  /** The platforms that this release can serve once they are configured. */
  public static List<Platform> known() {
    return providers().stream().map(ChatPlatformProvider::platform).toList();
  }

  /**
   * The platform of that name.
   *
   * @throws InvalidFieldException naming the field {@code platform} when it is not served here, so
   *     that the message is found among the dead letters and not taken for done
   */
  public ChatPlatform get(Platform name) {
    return find(name)
        .orElseThrow(() ->
            new InvalidFieldException(
                "platform", name + " is not served here; served: " + String.join(", ", names())));
  }

  /** The platform of that name, if it is served. */
  public Optional<ChatPlatform> find(Platform name) {
    return Optional.ofNullable(served.get(name));
  }

  /** All that are served. */
  public Collection<ChatPlatform> all() {
    return List.copyOf(served.values());
  }

  private static List<ChatPlatformProvider> providers() {
    return ServiceLoader.load(ChatPlatformProvider.class, ChatPlatforms.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private List<String> names() {
    return served.keySet().stream().map(Platform::name).toList();
  }
}
