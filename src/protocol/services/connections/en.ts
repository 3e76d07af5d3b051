/** What the playground says about resources that ask whose the connection is, in English. */

export default {
  'check.owner': 'Whose is this connection?',
  'pass.owner':
    'connection {connection} is {user}’s: this request needs no credentials of its own (connections are modelled)',
  'fail.owner': 'connection {connection} is nobody’s: log it in with {scheme} first',
  'check.active': 'May they still come in?',
  'pass.active': '{user}’s account is active',
  'fail.active': '{user}’s account is suspended',
}
