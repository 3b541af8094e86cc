/** What the page knows, in one place; elements that watch it are drawn again when it changes. */

const emptyWorld = () => ({ guilds: [], dms: [], users: [], applications: [], sessions: [] });

/** What belongs to one user's view and is dropped when another user takes over. */
export const freshView = () => ({
  logs: new Map(),
  typing: new Map(),
  unread: new Map(),
  interactions: new Map(),
  pending: new Map(),
  dismissed: new Set(),
  reply: null,
  editing: null,
  modal: null,
  threadDraft: null,
  deleting: null,
  ping: true,
  starters: new Map(),
});

export class Store extends EventTarget {
  #announced = false;

  constructor() {
    super();
    this.world = emptyWorld();
    this.me = null;
    this.channelId = null;
    this.view = freshView();
    this.link = 'connecting';
    this.toasts = [];
    this.panel = globalThis.innerWidth > 1100;
    this.drawer = false;
  }

  /** Applies a change and announces it with the next frame, however many changes come before that. */
  update(change) {
    change(this);
    if (this.#announced) return;
    this.#announced = true;
    nextFrame(() => {
      this.#announced = false;
      this.dispatchEvent(new Event('change'));
    });
  }
}

/** A hidden page has no frames, so a timer stands in. */
function nextFrame(draw) {
  if (document.hidden) setTimeout(draw, 100);
  else requestAnimationFrame(draw);
}

export const store = new Store();

/** What does not fit beside the conversation any more closes. */
matchMedia('(max-width: 1100px)').addEventListener('change', ({ matches }) => {
  store.update((s) => { s.panel = s.panel && !matches; s.drawer = false; });
});
