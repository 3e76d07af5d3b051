/** What the playground says about the program that has people log in elsewhere, in English. */

export default {
  'check.challenge': 'What do I keep, and what do I send?',
  'pass.challenge': 'the verifier stays with me; its hash {challenge} goes along',
  'check.state': 'Did I ask for this?',
  'pass.state': 'I sent somebody off with this `state`',
  'fail.state': 'I sent nobody off with the `state` “{state}”, or they came back already',
  'check.iss': 'Does the answer come from whom I asked?',
  'pass.iss': 'it comes from {iss}',
  'fail.iss': 'I asked {wants}, and “{iss}” answers',
  'check.code': 'Did I get a code?',
  'pass.code': 'there is a code',
  'fail.code': 'no code, but the error “{error}”',
  'page.returned': 'Back at the Photo Book',
  'page.code': 'I got the code {code}. By itself it is worth nothing: it passed through the browser’s address line.',
  'page.verifier': 'Now I go to the token endpoint myself, with the code and with the verifier that only I know.',
  'page.exchange': 'Exchange the code for tokens',
  'page.stopped': 'I stop here',
  'page.wrong-state': 'I did not ask for this answer. Somebody may want to log you in as somebody else.',
  'page.wrong-iss': 'I asked another server than {iss}. A code that is meant for one must not be shown to another.',
  'page.no-code': 'The authorization server gave no code: {error}.',
}
