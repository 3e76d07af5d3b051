/** Words of the servers on the way. */

export default {
  title: 'The servers on the way, the nearest first',
  proxy: 'proxy',
  gateway: 'gateway',
  origin: 'behind it',
  got: 'What reached it',
  sent: 'What it sent back',
  unreached: 'The server behind it never heard of this request: its log stays empty.',
}
