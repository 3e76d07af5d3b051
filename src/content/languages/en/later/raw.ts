/** Words of the exchange as on the wire. */

export default {
  form: 'Form',
  wire: 'On the wire',
  curl: 'As curl -v prints it',
  'curl.legend': 'Lines with > went to the server, lines with < came back. The body follows without a mark.',
  copy: 'Copy the response',
  'copy.curl': 'Copy this',
}
