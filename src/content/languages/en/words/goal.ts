/** What reaches a goal. */

export default {
  title: 'Goal',
  or: 'or',
  answered: 'The server answers `{status}`',
  'answered-path': 'The server answers `{status}` to `{path}`',
  'answered-user': 'The server answers `{status}`, taking you for `{user}`',
  'answered-path-user': 'The server answers `{status}` to `{path}`, taking you for `{user}`',
  pass: 'The server’s question “{question}” is answered with yes',
  fail: 'The server’s question “{question}” is answered with no',
  found: 'The linter finds “{rule}”',
  clean: 'The linter no longer finds “{rule}”',
  predicted: 'You predict the status before you see it',
}
