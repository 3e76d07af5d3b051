/** Words of the way on from a redirect. */

export default {
  title: 'Where it leads',
  to: 'It leads to `{address}`.',
  left: '`{fields}` stays behind: the other host is another origin.',
  go: 'Follow it',
  outside: 'Nobody plays that host here, so nothing is sent there.',
}
