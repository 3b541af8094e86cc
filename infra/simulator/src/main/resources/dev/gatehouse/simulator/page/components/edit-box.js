/** The field in which a person changes an own message. */
import { html } from 'lit';
import { endEdit, saveEdit } from '../actions/messages.js';
import { CONTENT_LIMIT } from '../core/discord.js';
import { View } from '../core/view.js';

class EditBox extends View {
  static properties = { message: { attribute: false } };

  render() {
    return html`<div class="edit-box">
      <textarea rows="1" aria-label="Edit message" data-testid="edit" maxlength=${CONTENT_LIMIT} .defaultValue=${this.message.content}
        @input=${grow} @keydown=${this.#key}></textarea>
      <div class="edit-hint">Escape to <button class="text-button" @click=${endEdit}>cancel</button> · Enter to
        <button class="text-button" @click=${() => this.#save()}>save</button></div>
    </div>`;
  }

  firstUpdated() {
    const field = this.querySelector('textarea');
    field.value = this.message.content;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    grow({ currentTarget: field });
  }

  #key(event) {
    if (event.key === 'Escape') endEdit();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#save();
  }

  #save() {
    saveEdit(this.message, this.querySelector('textarea').value);
  }
}

/** Makes a field as high as its text. */
export function grow({ currentTarget: field }) {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

customElements.define('edit-box', EditBox);
