/** Words of the request as a curl command and as a script. */

export default {
  'copy-curl': 'Copy command',
  'copy-fetch': 'Copy code',
  'curl-hint': 'Works the other way too: paste a curl command into Raw or the address, and it becomes the request.',
  'curl-where': 'Whom the command asks',
  'curl-there': 'The address itself',
  'curl-served': 'Against npm run serve',
  'served-hint':
    'Asks the same servers over real HTTP: start `npm run serve` in a copy of the playground, then paste this. It has a clock and a memory of its own, so what was handed out here, such as a nonce, may be refused.',
  'no-host': 'Nobody can tell yet whom this request is for. Give it one `Host` line, or type an address above.',
  'script-headers': 'Left out, because the browser doesn’t let a script set them: {names}',
  'script-body': 'Left out: fetch() takes no body for GET and HEAD.',
  'script-method': 'fetch() refuses the method {method}.',
}
