/** Words behind the virtual clock. */

export default {
  title: 'The clock stands still',
  why: 'Tokens and nonces age by this clock, and only you move it. So nothing expires while you read, and everybody who opens the same link sees the same bytes.',
  later: 'Move it on by',
  'plus-30': '+30 s',
  'plus-300': '+5 min',
  'plus-3600': '+1 h',
  'plus-86400': '+1 day',
  by: 'or by',
  seconds: 'seconds',
  move: 'Move it on',
  seed: 'Random values repeat themselves, too: they grow from the seed `{seed}`.',
}
