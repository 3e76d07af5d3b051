/** Words of the client's own check. */

export default {
  title: 'What the client checks',
  passed: 'The server has proved that it knows the secret, too.',
  failed: 'The server has not proved that it knows the secret: a careful client would not believe this response.',
}
