/** The server's events for one user, over server-sent events, reconnected for as long as the page is open. */

const RETRY_MS = 1000;

export class EventFeed {
  #source = null;
  #retry = null;

  /**
   * @param {{onEvent: (event: {t: string, d: object}) => void, onOpen: () => void, onLost: () => void}} listener
   */
  constructor(listener) {
    this.listener = listener;
  }

  /** Opens the feed of this user and closes the one before. */
  open(userId) {
    this.close();
    const source = new EventSource(`/control/stream?user_id=${encodeURIComponent(userId)}`);
    source.onopen = () => this.listener.onOpen();
    source.onmessage = (message) => this.listener.onEvent(JSON.parse(message.data));
    source.onerror = () => this.#lost(userId);
    this.#source = source;
  }

  close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  /** A browser retries a cut connection by itself, but gives up on an error status; this covers both. */
  #lost(userId) {
    this.close();
    this.listener.onLost();
    this.#retry = setTimeout(() => this.open(userId), RETRY_MS);
  }
}
