/** Words of the room in which messages are read. */

export default {
  title: 'Inspect',
  lead: 'Paste a response, a request, both, or just the value of a WWW-Authenticate header. It is read here and goes nowhere.',
  'kind.nothing': 'Nothing to read yet.',
  'kind.response': 'Read as a response.',
  'kind.request': 'Read as a request.',
  'kind.exchange': 'Read as a request and its response.',
  'kind.fields': 'Read as the headers of a 401, as no status line came with them.',
  'kind.challenge': 'Read as the challenge of a 401.',
  example: 'Show an example',
  clear: 'Clear',
  request: 'Request',
  response: 'Response',
  findings: 'What the linter says',
  clean: 'Nothing to complain about, as far as these lines tell.',
}
