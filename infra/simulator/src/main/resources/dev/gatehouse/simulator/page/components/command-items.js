/** The commands that fit what has been typed after a slash. */
import { html } from 'lit';
import { typedCommands } from '../core/select.js';
import { avatar } from './avatar.js';

export const pathOf = (typed) => typed.path.join(' ');

/** Commands whose name fits, those that begin with the text first. */
export function fittingCommands(text) {
  const sought = text.slice(1).toLowerCase();
  return typedCommands()
    .filter((typed) => pathOf(typed).includes(sought))
    .sort((a, b) => Number(pathOf(b).startsWith(sought)) - Number(pathOf(a).startsWith(sought)));
}

/** The command that the text names in full, followed by a space; the rest of the text goes with it. */
export function namedCommand(text) {
  const typed = typedCommands()
    .filter((one) => text.startsWith(`/${pathOf(one)} `))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return typed ? { typed, rest: text.slice(pathOf(typed).length + 2) } : null;
}

export const commandItem = (typed) => ({
  key: pathOf(typed),
  icon: avatar(typed.app.bot, 'small'),
  label: html`/${pathOf(typed)} ${typed.options.map((option) =>
    html`<span class="option-hint ${option.required ? 'required' : ''}">${option.name}${option.required ? '' : '?'}</span>`)}`,
  note: typed.description,
  side: typed.app.name,
});
