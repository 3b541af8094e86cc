/** A modal that an application opened: https://discord.com/developers/docs/components/reference#modal */
import { html, nothing } from 'lit';
import { closeModal, submitModal } from '../actions/interactions.js';
import { Component } from '../core/discord.js';
import { applicationOf, displayName } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import './toast-stack.js';
import { optionsOf } from './select-menu.js';
import './chat-markdown.js';

const PARAGRAPH = 2;

class ModalDialog extends LiveView {
  static properties = { problems: { state: true }, busy: { state: true } };
  #shown = null;

  render() {
    const modal = store.view.modal;
    if (!modal) return nothing;
    const bot = applicationOf(modal.application_id)?.bot;
    return html`<dialog class="dialog" data-testid="modal" aria-labelledby="modal-title" @close=${closeModal}>
      <form novalidate @submit=${this.#submit}>
        <header><h2 id="modal-title">${avatar(bot, 'small')}${modal.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" @click=${closeModal}>${icons.close}</button></header>
        <toast-stack></toast-stack>
        <div class="dialog-body">${modal.components.map((one) => this.#block(one))}</div>
        <p class="dialog-note">This form goes to ${displayName(bot)}. Do not enter passwords.</p>
        <footer><button type="button" class="button link" @click=${closeModal}>Cancel</button>
          <button class="button primary" data-testid="modal-submit" ?disabled=${this.busy}>Submit</button></footer>
      </form>
    </dialog>`;
  }

  #block(one) {
    switch (one.type) {
      case Component.ACTION_ROW: return one.components.map((child) => this.#labelled(child.label, null, child));
      case Component.LABEL: return this.#labelled(one.label, one.description, one.component);
      case Component.TEXT_DISPLAY: return html`<chat-markdown .text=${one.content}></chat-markdown>`;
      default: return this.#labelled(one.label, null, one);
    }
  }

  #labelled(label, description, input) {
    const problem = this.problems?.get(input.custom_id);
    return html`<label @input=${() => this.#forget(input.custom_id)} class="form-field ${problem ? 'invalid' : ''}">
      <span class="form-label">${label}${input.required === false ? nothing : html`<span class="required-mark" title="required">*</span>`}</span>
      ${description ? html`<span class="form-description">${description}</span>` : nothing}
      ${field(input)}${problem ? html`<span class="problem" role="alert">${problem}</span>` : nothing}</label>`;
  }

  #forget(id) {
    this.problems = new Map([...(this.problems ?? [])].filter(([key]) => key !== id));
  }

  updated() {
    const id = store.view.modal?.interaction_id ?? null;
    if (id === this.#shown) return;
    this.#shown = id;
    this.problems = new Map();
    if (!id) return;
    this.querySelector('dialog').showModal();
    this.querySelector('input, textarea, select')?.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const modal = store.view.modal;
    const fields = [...this.querySelectorAll('[data-custom-id]')];
    this.problems = new Map(fields.map((one) => [one.dataset.customId, problemOf(one)]).filter(([, problem]) => problem));
    if (this.problems.size) return void fields.find((one) => this.problems.has(one.dataset.customId)).focus();
    this.busy = true;
    await submitModal(modal, Object.fromEntries(fields.map((one) => [one.dataset.customId, valueOf(one)])));
    this.busy = false;
  }
}

function field(input) {
  if (input.type !== Component.TEXT_INPUT) return menu(input);
  return input.style === PARAGRAPH
    ? html`<textarea class="input" rows="5" data-testid="modal-input" data-custom-id=${input.custom_id} placeholder=${input.placeholder ?? ''} ?required=${input.required !== false}
        minlength=${input.min_length ?? nothing} maxlength=${input.max_length ?? 4000} .defaultValue=${input.value ?? ''}></textarea>`
    : html`<input class="input" data-testid="modal-input" data-custom-id=${input.custom_id} placeholder=${input.placeholder ?? ''} ?required=${input.required !== false}
        minlength=${input.min_length ?? nothing} maxlength=${input.max_length ?? 4000} .defaultValue=${input.value ?? ''}>`;
}

const menu = (input) => html`<select class="input" data-testid="modal-input" data-custom-id=${input.custom_id} ?multiple=${(input.max_values ?? 1) > 1} ?required=${input.required !== false}>
  ${(input.max_values ?? 1) > 1 ? nothing : html`<option value="">${input.placeholder ?? 'Make a selection'}</option>`}
  ${optionsOf(input).map((option) => html`<option value=${option.value} ?selected=${option.default}>${option.label}</option>`)}</select>`;

const valueOf = (one) => (one.tagName === 'SELECT' ? [...one.selectedOptions].map((option) => option.value).filter(Boolean) : one.value);

function problemOf(one) {
  const value = valueOf(one);
  if (one.required && value.length === 0) return 'This field is required.';
  if (one.minLength > 0 && value.length > 0 && value.length < one.minLength) return `Write at least ${one.minLength} characters.`;
  return null;
}

customElements.define('modal-dialog', ModalDialog);
