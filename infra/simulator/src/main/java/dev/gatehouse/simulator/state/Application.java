package dev.gatehouse.simulator.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application with its bot. Its commands are Discord's JSON, checked. */
public final class Application {
  private final User bot;
  private final String name;
  private final SigningKey key;
  private final boolean registered;
  private final Map<Long, ObjectNode> commands = new LinkedHashMap<>();
  private String description = "";
  private @Nullable URI interactionsEndpoint;

  Application(User bot, String name, SigningKey key, boolean registered) {
    this.bot = bot;
    this.name = name;
    this.key = key;
    this.registered = registered;
  }

  /** The application's id, which its bot shares. */
  public long id() {
    return bot.id();
  }

  /** The name that people see. */
  public String name() {
    return name;
  }

  /** Its bot's user. */
  public User bot() {
    return bot;
  }

  /** What its interactions are signed with. */
  public SigningKey key() {
    return key;
  }

  /** Whether it was there from the start, so that going back to the start keeps it. */
  public boolean isRegistered() {
    return registered;
  }

  /** What it says about itself. */
  public String description() {
    return description;
  }

  /** Changes what it says about itself. */
  public void describe(String text) {
    description = text;
  }

  /** Where its interactions go; its gateway sessions get them when there is none. */
  public Optional<URI> interactionsEndpoint() {
    return Optional.ofNullable(interactionsEndpoint);
  }

  /** Sets or takes away where its interactions go. */
  public void setInteractionsEndpoint(@Nullable URI endpoint) {
    interactionsEndpoint = endpoint;
  }

  /** Its commands, global and of guilds. */
  public List<ObjectNode> commands() {
    return new ArrayList<>(commands.values());
  }

  /** One command. */
  public Optional<ObjectNode> command(long id) {
    return Optional.ofNullable(commands.get(id));
  }

  /** Adds a command or changes it. */
  public void putCommand(long id, ObjectNode command) {
    commands.put(id, command);
  }

  /** Takes a command away. */
  public boolean removeCommand(long id) {
    return commands.remove(id) != null;
  }
}
