/** What the playground says about X-API-Key, in English. */

export default {
  scheme:
    'Send a key in a field of its own. Widespread, but no registered scheme: clients, caches and redirects don’t know that it is secret.',
  'param.realm': 'The protection space. No client acts on it: the challenge can’t be answered through Authorization.',
  key: 'The API key. It stands for a program rather than a person, and works until somebody takes it back.',
  'check.syntax': 'Is there one key?',
  'pass.syntax': 'one key, without white space',
  'fail.syntax': 'the field is empty, or has white space inside',
  'check.known': 'Do I know this key?',
  'pass.known': 'its hash is in my list; the key itself I never stored',
  'fail.known': 'its hash is not in my list',
  'check.revoked': 'Not taken back?',
  'pass.revoked': 'the key of {user} is in force',
  'fail.revoked': 'the key of {user} was revoked',
  'check.expiry': 'Still valid?',
  'pass.expiry': 'valid until {expires}; it is {now}',
  'fail.expiry': 'expired at {expires}; it is {now}',
  'moot.expiry': 'this key has no end: it works until somebody revokes it',
}
