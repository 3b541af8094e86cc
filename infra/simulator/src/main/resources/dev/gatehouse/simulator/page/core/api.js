/** The simulator's `/control` calls: what a person does here, a program can do with the same requests. */

/** A refused request; `field` names the input at fault, when there is one. */
export class ApiError extends Error {
  constructor(status, field, message) {
    super(message);
    this.status = status;
    this.field = field;
  }
}

async function refusal(response) {
  const body = await response.json().catch(() => null);
  const error = body?.error ?? {};
  return new ApiError(response.status, error.field ?? null, error.message ?? `The simulator answered ${response.status}.`);
}

async function request(method, path, body) {
  const response = await fetch(`/control${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(0, null, 'The simulator does not answer. Is it still running?');
  });
  if (!response.ok) throw await refusal(response);
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

const query = (fields) =>
  new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)).toString();

export const api = {
  state: () => request('GET', '/state'),
  reset: () => request('DELETE', '/state'),
  messages: (channelId, userId, before, limit = 50) =>
    request('GET', `/channels/${channelId}/messages?${query({ user_id: userId, limit, before })}`),
  send: (channelId, message) => request('POST', `/channels/${channelId}/messages`, message),
  edit: (channelId, id, change) => request('PATCH', `/channels/${channelId}/messages/${id}`, change),
  remove: (channelId, id, userId) => request('DELETE', `/channels/${channelId}/messages/${id}`, { user_id: userId }),
  createThread: (channelId, thread) => request('POST', `/channels/${channelId}/threads`, thread),
  openDm: (userId, recipientId) => request('POST', '/dms', { user_id: userId, recipient_id: recipientId }),
  react: (channelId, id, emoji, userId, added) =>
    request(added ? 'PUT' : 'DELETE', `/channels/${channelId}/messages/${id}/reactions/${encodeURIComponent(emoji)}`, { user_id: userId }),
  typing: (userId, channelId) => request('POST', '/typing', { user_id: userId, channel_id: channelId }),
  runCommand: (invocation) => request('POST', '/commands', invocation),
  autocomplete: (invocation) => request('POST', '/autocomplete', invocation),
  useComponent: (use) => request('POST', '/components', use),
  submitModal: (submission) => request('POST', '/modals', submission),
  setEndpoint: (applicationId, url) =>
    request('PATCH', `/applications/${applicationId}`, { interactions_endpoint_url: url }),
};
