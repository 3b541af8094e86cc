package dev.gatehouse.chat.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Binds commands to the code that runs them.
 *
 * @param <C> what a command is told beside its options, such as who called it
 * @param <R> what a command gives back
 */
public final class CommandRouter<C, R> {
  private final Map<CommandSpec, Handler<C, R>> handlers;

  private CommandRouter(Map<CommandSpec, Handler<C, R>> handlers) {
    this.handlers = handlers;
  }

  /** A router that knows no command yet. */
  public static <C, R> CommandRouter<C, R> empty() {
    return new CommandRouter<>(Map.of());
  }

  /** A router that also knows this command. */
  public CommandRouter<C, R> on(CommandSpec command, Handler<C, R> handler) {
    Map<CommandSpec, Handler<C, R>> more = new LinkedHashMap<>(handlers);
    more.put(command, handler);
    return new CommandRouter<>(more);
  }

  /** The commands, in the order of their binding. */
  public CommandCatalog catalog() {
    return new CommandCatalog(List.copyOf(handlers.keySet()));
  }

  /** Runs the command that was called, which must be one of {@link #catalog()}. */
  public R route(C context, Invocation invocation) {
    Handler<C, R> handler = handlers.get(invocation.command());
    if (handler == null) {
      throw new IllegalArgumentException("no handler for " + invocation);
    }
    return handler.handle(context, invocation);
  }

  /**
   * Runs one command.
   *
   * @param <C> what it is told beside its options
   * @param <R> what it gives back
   */
  @FunctionalInterface
  public interface Handler<C, R> {
    /** Runs the command with options that were checked. */
    R handle(C context, Invocation invocation);
  }
}
