/** Words of the server's seat, where a policy is written. */

export default {
  lead: 'Take the server’s seat: this is how it guards `{address}`. Change it, apply it and send again.',
  'lead-new': 'There is nothing at `{address}` yet. Apply a policy, and there is.',
  label: 'Policy of {address} (JSON)',
  apply: 'Apply',
  back: 'Back to how it was',
  restore: 'Bring back what I wrote',
  applied: 'The server goes by this policy now. Send the request to see how it answers.',
  backed: 'The server guards it as it did at the beginning.',
  same: 'The server goes by this policy already.',
  nowhere:
    'The request doesn’t say which resource it asks for. Give it a path and exactly one `Host`, and its policy is here.',
  'unknown-host': '`{host}` is not simulated, so it has no policy. Ask another host.',
  'not-loaded': 'This part of the world could not be loaded. Check the connection and send the request once more.',
  refused: 'Not applied yet. The server goes by the policy that it had, and your text stays.',
  'refused-link': 'A policy in this link can’t be read, so it was left out.',
  where: 'Line {line}, column {column}',
  more: 'And {count} more.',

  spaces: 'Protection spaces to choose from',
  'spaces-why':
    'Name one by its id. Under another realm: `{"space": "{id}", "realm": "Mine"}`. More of them join the list when a request goes to their place.',
  space: 'Id',
  scheme: 'Scheme',
  realm: 'Realm',
  own: 'Or write one out: `{"scheme": "basic", "realm": "Mine", "settings": {}}`. The schemes for which that works, each with its settings, none of which is needed:',
  keys: 'What each key means',
  'key.spaces':
    'The protection spaces that are accepted, in the order in which they are offered. `[]` lets everybody in.',
  'key.lines': '`"each"`: one `WWW-Authenticate` line for each challenge. `"one"`: all in one line.',
  'key.methods': 'The methods that are allowed; `HEAD` goes with `GET`. Others get a 405.',
  'key.permits':
    '`roles`: one of them is needed, `[]` is everybody who logged in. `scope`: needed of credentials that carry scopes.',
  'key.replies':
    'What a failed gate says, where it differs: `status`, `reason`, `challenges`, `fields` and `body` for `resource`, `sent`, `scheme`, `form`, `valid`, `fresh` or `permitted`; in `by`, for one kind of refusal alone.',
  'key.cors':
    'What scripts of other origins may see: `allowOrigin`, `expose`, `allowHeaders`, `allowCredentials`. Left out: nothing. `wrong` does it wrong: `"guarded-preflight"` or `"not-on-refusals"`.',
  'key.lockout': 'After so many `refusals` within so many `seconds`, everything gets a 429.',

  'problem.empty': 'There is no policy here. “Back to how it was” brings one.',
  'problem.too-long': 'The policy has {length} characters, and {most} are the most. Shorten it.',
  'problem.value':
    '`{text}` is no value. Write a text in double quotes, a number, `true`, `false`, `null`, a list `[…]` or an object `{…}`.',
  'problem.key': '`{text}` is no key. Keys stand in double quotes.',
  'problem.quotes': '`{char}` is no quotation mark of JSON. Use the straight double one: `"`.',
  'problem.comment': 'JSON has no comments. Take it out.',
  'problem.ended': 'The text ends too early: a closing bracket or brace is missing.',
  'problem.unclosed': 'This text has no closing quotation mark in its line. Add one; a line break is written `\\n`.',
  'problem.raw-control': 'There is an invisible control character in this text. Delete it.',
  'problem.escape': 'No such escape exists. A backslash is written `\\\\`.',
  'problem.comma': 'Here a comma is missing, or `{close}`.',
  'problem.comma-last': 'Nothing follows this comma. Delete it.',
  'problem.colon': 'Behind a key stands a colon.',
  'problem.twice': '`{key}` stands here twice. Keep one.',
  'problem.deep': 'This is nested deeper than any policy needs. Flatten it.',
  'problem.rest': 'The policy has ended before this. Delete what follows.',

  'problem.object': 'An object is expected: `{…}`.',
  'problem.list': 'A list is expected: `[…]`.',
  'problem.text': 'A text in double quotes is expected.',
  'problem.flag': '`true` or `false` is expected.',
  'problem.whole': 'A whole number from {least} to {most} is expected.',
  'problem.one-of': 'One of these is expected, in double quotes: {options}.',
  'problem.many': 'More than {most} are not possible here.',
  'problem.few': 'At least {least} has to stand here.',
  'problem.same': 'Something stands here twice. Keep one.',
  'problem.long': 'This is longer than {most} characters. Shorten it.',
  'problem.control':
    'A line break or another control character stands here: it would end the header line. Take it out.',
  'problem.key-unknown': 'No such key exists here. There are: {known}.',
  'problem.key-missing': 'The key `{key}` is missing. Add it.',
  'problem.token': 'One word is expected: letters, digits and hyphens, no spaces.',
  'problem.status': 'A status that ends an exchange is expected: 200 to 599, but not 205, which has no body.',
  'problem.latin': 'A reason phrase has only Latin characters. Replace the others.',
  'problem.pair': 'A field is a list of two: `["Retry-After", "60"]`.',
  'problem.origin': '`*`, `null` or an origin like `https://www.example.com` is expected, without spaces.',
  'problem.space':
    'The id of a protection space is expected, in double quotes, or an object with `scheme` and `realm`.',
  'problem.space-unknown': 'There is no protection space `{id}`. Those that exist are listed below.',
  'problem.space-twice': '`{id}` stands in the list already. Keep one.',
  'problem.space-served':
    'A program answers here, and it knows only those whom its own protection spaces let in. Name one or more of these: {spaces}.',
  'problem.session': 'An algorithm with `-sess` needs a `qop`. Name one, or take the algorithm without it.',
  'problem.space-realm': 'The realm of `{id}` is `{realm}`. Only these schemes can have another one: {schemes}.',
}
