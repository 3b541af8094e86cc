/** A select menu of a message: one choice is sent at once, several when the menu closes. */
import { html, nothing } from 'lit';
import { Component } from '../core/discord.js';
import { channelLabel, displayName, everyone, guildChannels, roles } from '../core/select.js';
import { View } from '../core/view.js';
import { icons } from './icons.js';

/** Room that an open list and the composer below it take. */
const LIST_PX = 360;

class SelectMenu extends View {
  static properties = { menu: { attribute: false }, busy: { type: Boolean }, open: { state: true }, chosen: { state: true } };

  willUpdate(changed) {
    if (changed.has('menu')) this.chosen = optionsOf(this.menu).filter((option) => option.default).map((option) => option.value);
  }

  render() {
    const options = optionsOf(this.menu);
    const labels = options.filter((option) => this.chosen.includes(option.value)).map((option) => option.label);
    return html`<div class="select" @keydown=${this.#key} @focusout=${this.#left}>
      <button class="select-button" data-testid="select" data-custom-id=${this.menu.custom_id} aria-haspopup="listbox" aria-expanded=${Boolean(this.open)}
          ?disabled=${this.menu.disabled || this.busy} @click=${() => (this.open ? this.#close() : this.#show())}>
        <span class=${labels.length ? '' : 'placeholder'}>${labels.join(', ') || this.menu.placeholder || 'Make a selection'}</span>${icons.down}
      </button>
      ${this.open ? html`<div class="select-options ${this.upwards ? 'upwards' : ''}" role="listbox" aria-multiselectable=${this.#many}>${options.map((option) => this.#option(option))}</div>` : nothing}
    </div>`;
  }

  get #many() {
    return (this.menu.max_values ?? 1) > 1;
  }

  #option(option) {
    const selected = this.chosen.includes(option.value);
    return html`<button class="select-option" role="option" aria-selected=${selected} data-testid="select-option" data-value=${option.value} @click=${() => this.#pick(option)}>
      <span><span class="option-label">${option.emoji?.name && !option.emoji.id ? `${option.emoji.name} ` : ''}${option.label}</span>
      ${option.description ? html`<span class="option-description">${option.description}</span>` : nothing}</span>
      ${this.#many ? html`<span class="check ${selected ? 'on' : ''}" aria-hidden="true"></span>` : nothing}</button>`;
  }

  #pick({ value }) {
    if (!this.#many) {
      this.chosen = [value];
      this.open = false;
      this.#send();
      return;
    }
    if (this.chosen.includes(value)) this.chosen = this.chosen.filter((one) => one !== value);
    else if (this.chosen.length < this.menu.max_values) this.chosen = [...this.chosen, value];
  }

  async #show() {
    this.open = true;
    this.upwards = this.getBoundingClientRect().bottom + LIST_PX > innerHeight;
    this.before = this.chosen.join();
    await this.updateComplete;
    this.querySelector('.select-option')?.focus();
  }

  #close() {
    if (!this.open) return;
    this.open = false;
    if (this.#many && this.chosen.join() !== this.before && this.chosen.length >= (this.menu.min_values ?? 1)) this.#send();
  }

  #send() {
    this.dispatchEvent(new CustomEvent('choose', { detail: { values: this.chosen } }));
  }

  #left(event) {
    if (!this.contains(event.relatedTarget)) this.#close();
  }

  #key(event) {
    if (event.key === 'Escape') this.#close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.open) return;
    event.preventDefault();
    const options = [...this.querySelectorAll('.select-option')];
    options[(options.indexOf(document.activeElement) + step + options.length) % options.length].focus();
  }
}

/** The options of a menu; those of people and channels come from the server. */
export function optionsOf(menu) {
  const people = () => everyone().map((user) => ({ label: displayName(user), value: user.id, description: `@${user.username}` }));
  const named = () => roles().map((role) => ({ label: `@${role.name}`, value: role.id, description: 'Role' }));
  switch (menu.type) {
    case Component.USER_SELECT: return people();
    case Component.ROLE_SELECT: return named();
    case Component.MENTIONABLE_SELECT: return [...people(), ...named()];
    case Component.CHANNEL_SELECT: return guildChannels().map((channel) => ({ label: channelLabel(channel), value: channel.id }));
    default: return menu.options ?? [];
  }
}

customElements.define('select-menu', SelectMenu);
