/** Words of the block that answers a challenge. */

export default {
  title: 'Answer this challenge',
  again: 'Answer the last challenge again',
  offers: 'What the server offers',
  calculation: 'The calculation',
  show: 'Show all values',
  hide: 'Hide secrets',
  put: 'Put it in the request',
  who: 'Sign in as',
  as: '{name} · {what} · {role}',
  suspended: 'suspended',
  others: 'Everybody else',
  unusable: 'Nobody here can answer {scheme}: choose another offer.',
  'secret.password': 'password',
  'secret.token': 'token',
  'secret.api-key': 'API key',
  'secret.short': 'token for 5 minutes',
  'secret.other-audience': 'token for another service',
  'secret.forged': 'token with a forged signature',
  'secret.revoked': 'revoked token',
}
