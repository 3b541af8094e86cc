package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered command.
 *
 * @param guildId null for a global command
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/application-commands#application-command-object">Application
 *     command object</a>
 */
public record ApplicationCommand(
    Snowflake id,
    @Nullable CommandType type,
    Snowflake applicationId,
    @Nullable Snowflake guildId,
    String name,
    String description,
    List<CommandOption> options,
    @Nullable Permissions defaultMemberPermissions,
    boolean nsfw,
    List<IntegrationType> integrationTypes,
    List<InteractionContextType> contexts,
    @Nullable Snowflake version) {
  public ApplicationCommand {
    Absent.refuse("id", id);
    Absent.refuse("application_id", applicationId);
    Absent.refuse("name", name);
    description = Absent.or(description, "");
    options = Absent.asEmpty(options);
    integrationTypes = Absent.asEmpty(integrationTypes);
    contexts = Absent.asEmpty(contexts);
  }
}
