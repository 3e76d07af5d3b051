/** Words of the request panel. */

export default {
  title: 'Request',
  views: 'How to write the request',
  raw: 'Raw',
  form: 'Form',
  curl: 'curl',
  fetch: 'fetch',

  method: 'Method',
  address: 'Method and address',
  url: 'URL',
  send: 'Send',

  'url.host-missing': 'The request has no `Host` line, so this is only a path. Type a whole address to add one.',
  'url.host-repeated': 'The request has more than one `Host` line, so whom it is for is anybody’s guess. Keep one.',
  'url.empty': 'Type an address, like `https://{host}/`. The request stays as it was.',
  'url.unfinished': 'An address begins like `https://{host}/`. The request stays as it was until this is one.',
  'url.scheme': 'The simulated hosts answer on `https`, not on `{scheme}`. Change the beginning to `https://`.',
  'url.userinfo':
    'User and password have no place in the address of a request. Take out what stands before the `@`, and send an `Authorization` line instead.',
  'url.host': 'There is a character in the host’s name that no host can have. Mend it, and the request follows.',
  'url.fragment': 'What stands behind the `#` stays in the browser: it is never sent.',

  'unknown-host': '`{host}` isn’t simulated here, so nothing was sent. Simulated hosts:',
  'use-host': 'Ask {host} instead',

  editor: 'Editor',
  plain: 'Plain text',
  rich: 'Rich editor',
  loading: 'Fetching the rich editor …',
  'rich-failed': 'The rich editor could not be fetched. Plain text does everything that matters.',
  retry: 'Try again',
  'copy-raw': 'Copy request',
  placeholder: 'GET / HTTP/1.1',

  converted: 'That was a curl command; it is a request now.',
  unread: 'Not understood:',
  undo: 'Undo',
  'curl.not-loaded': 'That is a curl command, but what reads them could not be fetched. It was pasted as it is.',
  'curl.not-curl': 'That looked like a curl command, but it isn’t one. It was pasted as it is.',
  'curl.quote-open': 'That curl command has a quote that is never closed. It was pasted as it is.',
  'curl.value-missing': 'An option of that curl command lacks its value. It was pasted as it is.',
  'curl.url-missing': 'That curl command names no URL. It was pasted as it is.',
  'curl.url-invalid': 'The URL of that curl command has no valid host. It was pasted as it is.',
  'curl.url-scheme': 'The URL of that curl command is neither `https` nor `http`. It was pasted as it is.',

  'not-loaded':
    'Nothing was sent: the server that would answer could not be loaded. Check the connection and send again.',
  faults: 'What is not well-formed',
  line: 'Line {line}',
  'go-to-line': 'Go to line {line}',
  more: 'And {count} more.',

  'view-failed': 'This view could not be fetched. Raw is there; reload the page to try again.',

  'fix-remove': 'Take it out',
  'fix-insert': 'Insert “{text}”',
  'fix-replace': 'Make it “{text}”',
  'decoded-secret': '••••••',
}
