/** Wörter des Bereichs „Im Server“. */

export default {
  title: 'Im Server',
  views: 'Was du vom Server siehst',
  decision: 'Entscheidung',
  sequence: 'Ablauf',
  history: 'Verlauf',
  seat: 'Server-Policy',
  loading: 'Einen Moment …',
}
