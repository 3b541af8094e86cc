package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command to register.
 *
 * @param name 1 to 32 characters, lower case for a slash command
 * @param description 1 to 100 characters; null for user and message commands
 * @param defaultMemberPermissions what a member needs to see it; null for nothing
 * @param integrationTypes where it is installed; null for what the application supports
 * @param contexts where it may be used; null for everywhere
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/application-commands#create-global-application-command">Create
 *     global application command</a>
 */
public record ApplicationCommandCreate(
    CommandType type,
    String name,
    @Nullable String description,
    List<CommandOption> options,
    @Nullable Permissions defaultMemberPermissions,
    @Nullable List<IntegrationType> integrationTypes,
    @Nullable List<InteractionContextType> contexts) {
  public ApplicationCommandCreate {
    Absent.refuse("type", type);
    Absent.refuse("name", name);
    options = Absent.asEmpty(options);
    integrationTypes = integrationTypes == null ? null : List.copyOf(integrationTypes);
    contexts = contexts == null ? null : List.copyOf(contexts);
  }

  /** A slash command that may be used everywhere. */
  public static ApplicationCommandCreate slash(
      String name, String description, List<CommandOption> options) {
    return new ApplicationCommandCreate(
        CommandType.CHAT_INPUT, name, description, options, null, null, null);
  }
}
