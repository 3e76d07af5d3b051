/** Words for what to do next, where the status alone doesn’t say it. */

export default {
  stale:
    'The password was right, only the nonce is too old: `stale=true` says “retry with my new nonce, don’t ask the person again”.',
  forbidden: 'The server knows who you are, so proving it again won’t help. Who may: {names}.',
  scope: 'The token is genuine, but it doesn’t reach that far. It takes one with the scope `{scope}`.',
  malformed: 'Mend the request and send it again: {what}.',
  'not-there': 'Nothing is there to be protected. The address line completes the paths that exist.',
  method: 'Use one of the methods that the server allows: {allowed}.',
}
