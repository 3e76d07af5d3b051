/** Wörter der virtuellen Uhr. */

export default {
  label: 'Virtuelle Uhr:',
  months: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
  instant: '{day}. {month} {year}, {time}',
  title: 'Die Uhr steht still',
  why: 'Tokens und Nonces altern nach dieser Uhr, und nur du bewegst sie. So läuft nichts ab, während du liest, und alle, die denselben Link öffnen, sehen dieselben Bytes.',
  later: 'Vorstellen um',
  'plus-30': '+30 s',
  'plus-300': '+5 min',
  'plus-3600': '+1 h',
  'plus-86400': '+1 Tag',
  by: 'oder um',
  seconds: 'Sekunden',
  move: 'Vorstellen',
  seed: 'Auch der Zufall wiederholt sich: Er kommt immer aus demselben Seed, `{seed}`.',
}
