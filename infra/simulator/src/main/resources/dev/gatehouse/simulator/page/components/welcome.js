/** The beginning of a channel; an empty one says what to try. */
import { html, nothing } from 'lit';
import { isDm, isThread } from '../core/discord.js';
import { channelName, displayName, partners, reachable, typedCommands } from '../core/select.js';
import { store } from '../core/store.js';
import { icons } from './icons.js';

export function welcome(channel, empty) {
  const name = channelName(channel);
  return html`<div class="welcome" data-testid="welcome">
    <span class="welcome-symbol">${isDm(channel) ? icons.at : isThread(channel) ? icons.thread : icons.hash}</span>
    <h3>${isDm(channel) ? name : isThread(channel) ? name : `Welcome to #${name}`}</h3>
    <p>${isDm(channel) ? `This is the beginning of your direct messages with ${name}. Nobody else reads them.` : isThread(channel) ? 'The thread begins here.' : 'This is where the channel begins.'}</p>
    ${isThread(channel) ? starter(channel) : nothing}
    ${empty ? hints(channel) : nothing}
  </div>`;
}

/** The message that the thread hangs below. */
function starter(thread) {
  const message = store.view.starters.get(thread.id);
  return message ? html`<div class="starter" data-testid="starter"><chat-message .message=${message}></chat-message></div>` : nothing;
}

function hints(channel) {
  if (isDm(channel)) return directHints(partners(channel)[0]);
  const app = store.world.applications.find(reachable) ?? store.world.applications[0];
  if (!app) {
    return html`<p class="hint-line">No application has joined yet. Start a bot with any token and this address as its API; it appears in the list at the right.</p>`;
  }
  return html`<ul class="hints" role="list">
    <li>${hint(html`<span>Mention <b>@${displayName(app.bot)}</b> and ask something</span>`, `@${app.bot.username} `)}</li>
    ${typedCommands().slice(0, 3).map(({ path, description }) => html`
      <li>${hint(html`<span>Type <b>/${path.join(' ')}</b></span><span class="hint-note">${description}</span>`, `/${path.join(' ')} `)}</li>`)}
  </ul>`;
}

/** In direct messages nobody has to be mentioned. */
const directHints = (partner) => (partner?.bot ? html`<ul class="hints" role="list">
  <li>${hint(html`<span>Ask something; a mention is not needed here</span>`, 'What can you do?')}</li>
  ${typedCommands().filter(({ app }) => app.bot.id === partner.id).slice(0, 3).map(({ path, description }) => html`
    <li>${hint(html`<span>Type <b>/${path.join(' ')}</b></span><span class="hint-note">${description}</span>`, `/${path.join(' ')} `)}</li>`)}
</ul>` : nothing);

const hint = (label, text) =>
  html`<button class="hint" data-testid="hint" @click=${(event) => event.currentTarget.dispatchEvent(
    new CustomEvent('compose', { bubbles: true, detail: { text } }))}>${label}</button>`;
