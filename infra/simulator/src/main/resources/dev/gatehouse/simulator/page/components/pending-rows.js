/** Commands that have no message to show for themselves: those on their way, and those that failed. */
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dismissInteraction } from '../actions/interactions.js';
import { applicationOf, displayName, userOf } from '../core/select.js';
import { store } from '../core/store.js';
import { avatar } from './avatar.js';
import { botBadge } from './bot-badge.js';
import { icons } from './icons.js';
import { thinking } from './thinking.js';

const shown = (channelId) => [...store.view.interactions.values()].filter((one) => one.channel_id === channelId);

export const pendingRows = (channelId) => repeat(shown(channelId), (one) => one.id, row);

function row(interaction) {
  const bot = applicationOf(interaction.application_id)?.bot;
  const failed = interaction.state === 'failed';
  return html`<div class="message pending ${failed ? 'failed' : ''}" data-testid="interaction" data-state=${interaction.state}>
    <div class="invocation"><span class="elbow"></span>${avatar(userOf(interaction.user_id), 'tiny')}
      <b>${displayName(userOf(interaction.user_id))}</b> used <span class="command-chip">/${interaction.name}</span></div>
    <div class="message-row">${avatar(bot)}<div class="message-body">
      <div class="message-head"><span class="author">${displayName(bot)}</span>${botBadge(bot)}</div>
      ${failed ? failure(interaction) : thinking('Sending command…')}
    </div></div>
  </div>`;
}

const failure = ({ id, reason }) => html`<div class="failure" role="alert">${icons.warning}<span>${reason || 'The application did not respond'}</span>
  <button class="text-button" @click=${() => dismissInteraction(id)}>Dismiss</button></div>`;
