/** Wörter des Wegs, den eine Weiterleitung weist. */

export default {
  title: 'Wohin es geht',
  to: 'Es geht weiter zu `{address}`.',
  left: '`{fields}` bleibt zurück: Der andere Host ist ein anderer Origin.',
  go: 'Folgen',
  outside: 'Diesen Host spielt hier niemand, also wird dorthin nichts gesendet.',
}
