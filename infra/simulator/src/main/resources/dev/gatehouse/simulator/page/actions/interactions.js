/** Commands, components and modals, and what became of them. */
import { api } from '../core/api.js';
import { apply } from '../core/events.js';
import { CommandType, Option } from '../core/discord.js';
import { store } from '../core/store.js';
import { attempt, complain } from './toasts.js';

let started = 0;

/** Wraps option values in their subcommands, outermost first. */
export const nest = (path, values) =>
  path.slice(1).reduceRight((inner, name, index) => {
    const innermost = index === path.length - 2;
    return [{ name, type: innermost ? Option.SUB_COMMAND : Option.SUB_COMMAND_GROUP, options: inner }];
  }, values);

/**
 * Runs a typed command; true unless the server refused the request.
 * @param {{app: object, command: object, path: string[]}} typed
 * @param {{name: string, type: number, value: unknown}[]} values
 */
export async function runTyped(typed, values) {
  return Boolean(await settle({
    name: typed.command.name,
    application_id: typed.app.id,
    options: nest(typed.path, values),
  }));
}

export const runOnMessage = ({ app, command }, message) =>
  settle({ name: command.name, type: CommandType.MESSAGE, application_id: app.id, options: [], target_id: message.id });

/** Shows the command as under way, until its first response or its failure is there. */
async function settle(invocation) {
  const place = { user_id: store.me, channel_id: store.channelId };
  const shown = { ...place, id: ++started, application_id: invocation.application_id, name: invocation.name };
  const view = store.view;
  note(view, { ...shown, state: 'waiting' });
  const outcome = await attempt(() => api.runCommand({ ...place, ...invocation }));
  take(outcome);
  if (outcome?.interaction.state === 'failed') note(view, { ...shown, ...outcome.interaction, id: shown.id });
  else dismissInteraction(shown.id, view);
  return outcome;
}

const note = (view, interaction) =>
  store.update(() => { view.interactions = new Map(view.interactions).set(interaction.id, interaction); });

/** The response may come back before the feed brings it. */
function take(outcome) {
  if (outcome?.message?.author) {
    const known = store.view.logs.get(outcome.message.channel_id)?.messages.some((one) => one.id === outcome.message.id);
    if (!known) apply(store, { t: 'MESSAGE_CREATE', d: outcome.message });
  }
}

export const choicesFor = (typed, values, focused) =>
  api.autocomplete({
    user_id: store.me,
    channel_id: store.channelId,
    application_id: typed.app.id,
    name: typed.command.name,
    options: nest(typed.path, values),
    focused,
  }).then((answer) => answer.choices ?? []).catch((error) => { complain(error); return []; });

/** Presses a button or picks from a menu; the message shows it as busy, then as failed if it did. */
export async function useComponent(message, customId, values) {
  const view = store.view;
  const mark = (state) => store.update(() => { view.pending = new Map(view.pending).set(message.id, state); });
  mark({ state: 'waiting', customId });
  try {
    const outcome = await api.useComponent({ user_id: store.me, message_id: message.id, custom_id: customId, ...(values && { values }) });
    mark({ state: outcome.interaction?.state ?? 'done', reason: outcome.interaction?.reason, customId });
    take(outcome.message?.id === message.id ? null : outcome);
  } catch (error) {
    mark({ state: 'failed', reason: error.message, customId });
    complain(error);
  }
}

export const closeModal = () => store.update((s) => { s.view.modal = null; });

/** Sends a modal's fields; it stays open when the server refuses them. */
export async function submitModal(modal, components) {
  const outcome = await attempt(() =>
    api.submitModal({ user_id: store.me, interaction_id: modal.interaction_id, components }));
  if (!outcome) return;
  if (store.view.modal?.interaction_id === modal.interaction_id) closeModal();
  take(outcome);
}

export const dismissInteraction = (id, view = store.view) => store.update(() => {
  view.interactions = new Map([...view.interactions].filter(([key]) => key !== id));
});

export const setEndpoint = (application, url) => attempt(() => api.setEndpoint(application.id, url || null));
