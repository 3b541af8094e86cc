/** A chosen command with a field for each option: Tab goes on, Enter runs it, Escape leaves. */
import { html, nothing } from 'lit';
import { choicesFor, runTyped } from '../actions/interactions.js';
import { encoded } from '../actions/messages.js';
import { Option } from '../core/discord.js';
import { fixedChoices, read } from '../core/option-values.js';
import { View } from '../core/view.js';
import { avatar } from './avatar.js';
import { pathOf } from './command-items.js';
import { icons } from './icons.js';
import { moved, showActive, suggestions } from './suggestions.js';

const LIST = 'option-suggestions';
const TYPING_PAUSE_MS = 150;

class CommandForm extends View {
  static properties = {
    typed: { attribute: false }, seed: {}, shown: { state: true }, focused: { state: true }, choices: { state: true },
    active: { state: true }, problems: { state: true }, busy: { state: true },
  };
  #timer = null;
  /** What a suggestion stood for when it was taken: its text stays in the field. */
  #picked = new Map();

  willUpdate(changed) {
    if (!changed.has('typed')) return;
    const required = this.typed.options.filter((option) => option.required);
    this.shown = required.length ? required : this.typed.options.slice(0, 1);
    Object.assign(this, { focused: null, choices: [], active: -1, problems: new Map(), busy: false });
  }

  firstUpdated() {
    const first = this.#fields[0];
    if (first && this.seed && first.type !== 'file') first.value = this.seed;
    (first ?? this.querySelector('.command-run')).focus();
  }

  updated() {
    showActive(this);
  }

  render() {
    const hidden = this.typed.options.filter((option) => !this.shown.includes(option));
    return html`
      ${this.choices.length ? suggestions({ id: LIST, title: this.focused.name, items: this.choices.map(item), active: this.active, pick: (index) => this.#take(index) }) : nothing}
      <div class="command-hint" aria-live="polite">${this.#hint()}</div>
      <form class="command-form" data-testid="command-form" novalidate @submit=${this.#run} @keydown=${this.#key} autocomplete="off">
        ${avatar(this.typed.app.bot, 'small')}<span class="command-name">/${pathOf(this.typed)}</span>
        <div class="options">${this.shown.map((option) => this.#option(option))}
          ${hidden.map((option) => html`<button type="button" class="option-more" data-testid="add-option" data-option=${option.name} title=${option.description}
            @click=${() => this.#add(option)}>+ ${option.name}</button>`)}</div>
        <button class="icon-button" type="button" aria-label="Leave the command" title="Leave (Escape)" @click=${() => this.#leave()}>${icons.close}</button>
        <button class="icon-button send command-run" aria-label="Run the command" title="Run (Enter)" data-testid="run" ?disabled=${this.busy}>${icons.send}</button>
      </form>`;
  }

  #option(option) {
    const problem = this.problems.get(option.name);
    return html`<label class="option ${problem ? 'invalid' : ''} ${option === this.focused ? 'focused' : ''}">
      <span class="option-name">${option.name}${option.required ? html`<span class="required-mark" title="required" aria-hidden="true">*</span>` : nothing}</span>
      <input data-testid="option" data-option=${option.name} type=${option.type === Option.ATTACHMENT ? 'file' : 'text'} placeholder=${option.required ? 'required' : 'optional'}
        aria-required=${Boolean(option.required)} aria-invalid=${Boolean(problem)} role="combobox" aria-controls=${LIST} aria-expanded=${this.choices.length > 0}
        aria-activedescendant=${this.active >= 0 ? `${LIST}-${this.active}` : nothing}
        @focus=${() => this.#focus(option)} @blur=${() => { this.choices = []; }} @input=${() => this.#written(option)}>
    </label>`;
  }

  #hint() {
    const option = this.focused;
    if (!option) return this.typed.description;
    const problem = this.problems.get(option.name);
    return html`<b>${option.name}</b> ${option.description}${problem ? html` <span class="problem" data-testid="problem">${problem}</span>` : nothing}`;
  }

  get #fields() {
    return [...this.querySelectorAll('input[data-option]')];
  }

  #field(option) {
    return this.#fields.find((field) => field.dataset.option === option.name);
  }

  async #add(option) {
    this.shown = [...this.shown, option];
    await this.updateComplete;
    this.#field(option).focus();
  }

  #focus(option) {
    this.focused = option;
    this.#suggest(option);
  }

  #written(option) {
    this.#picked.delete(option.name);
    this.problems = new Map([...this.problems].filter(([name]) => name !== option.name));
    this.#suggest(option);
  }

  #suggest(option) {
    const text = this.#field(option)?.value ?? '';
    const fixed = fixedChoices(option);
    clearTimeout(this.#timer);
    if (fixed) this.#offer(fixed.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())));
    else if (option.autocomplete) this.#timer = setTimeout(() => this.#ask(option), TYPING_PAUSE_MS);
    else this.choices = [];
  }

  async #ask(option) {
    const choices = await choicesFor(this.typed, this.#soFar(), option.name);
    if (this.focused === option && document.activeElement === this.#field(option)) this.#offer(choices);
  }

  #offer(choices) {
    this.choices = choices.slice(0, 25);
    this.active = this.choices.length && fixedChoices(this.focused) ? 0 : -1;
  }

  #soFar() {
    return this.shown.filter((option) => option.type !== Option.ATTACHMENT).map((option) => ({ option, text: this.#field(option)?.value ?? '' }))
      .filter(({ option, text }) => text || option === this.focused)
      .map(({ option, text }) => ({ name: option.name, type: option.type, value: this.#value(option, text)?.value ?? text }));
  }

  #value(option, text) {
    if (option.type === Option.ATTACHMENT) return this.#file(option);
    const picked = this.#picked.get(option.name);
    return picked && picked.name === text ? { value: picked.value } : read(option, text);
  }

  /** The chosen file; it is read when the command runs. */
  #file(option) {
    const file = this.#field(option)?.files[0];
    return file ? { value: file } : option.required ? { problem: 'This option is required.' } : null;
  }

  #take(index) {
    const choice = this.choices[index];
    const field = this.#field(this.focused);
    this.#picked.set(this.focused.name, choice);
    field.value = choice.name;
    this.choices = [];
    this.problems = new Map([...this.problems].filter(([name]) => name !== this.focused.name));
    (this.#fields.find((other) => !other.value && !other.disabled) ?? field).focus();
    if (document.activeElement === field) this.choices = [];
  }

  #key(event) {
    if (event.isComposing || event.target.tagName !== 'INPUT') return void (event.key === 'Escape' && this.#leave());
    if (event.target.type === 'file' && event.key !== 'Escape') return;
    const next = moved(event.key, this.active, this.choices.length);
    const [option, field] = [this.focused, event.target];
    if (next !== null) this.active = next;
    else if (event.key === 'Enter' && this.active >= 0 && this.choices.length && this.choices[this.active].name !== field.value) this.#take(this.active);
    else if (event.key === 'Tab' && !event.shiftKey && this.active >= 0 && this.choices.length) this.#take(this.active);
    else if (event.key === 'Escape') this.#leave();
    else if (event.key === 'Backspace' && !field.value) this.#back(option);
    else return;
    event.preventDefault();
  }

  /** Backspace in an empty field takes an optional field away, and in the only one the command. */
  #back(option) {
    const at = this.shown.indexOf(option);
    if (at === 0) return void this.#leave(`/${pathOf(this.typed)}`);
    if (!option.required) this.shown = this.shown.toSpliced(at, 1);
    this.#field(this.shown[at - 1]).focus();
  }

  #leave(text = '') {
    this.dispatchEvent(new CustomEvent('leave', { detail: { text } }));
  }

  async #run(event) {
    event.preventDefault();
    const read = this.shown.map((option) => ({ option, answer: this.#value(option, this.#field(option).value) }));
    const wrong = read.filter(({ answer }) => answer?.problem);
    this.problems = new Map(wrong.map(({ option, answer }) => [option.name, answer.problem]));
    if (wrong.length) return void this.#field(wrong[0].option).focus();
    const values = read.filter(({ answer }) => answer).map(({ option, answer }) => ({ name: option.name, type: option.type, value: answer.value }));
    for (const one of values.filter(({ value }) => value instanceof File)) one.value = await encoded(one.value);
    runTyped(this.typed, values);
    this.#leave();
  }
}

const item = (choice) => ({ key: String(choice.value), label: choice.name, icon: choice.user ? avatar(choice.user, 'small') : undefined });

customElements.define('command-form', CommandForm);
