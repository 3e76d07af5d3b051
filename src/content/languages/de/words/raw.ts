/** Wörter des Exchange, wie er über die Leitung ging. */

export default {
  form: 'Darstellung',
  wire: 'Auf der Leitung',
  curl: 'Wie curl -v es ausgibt',
  'curl.legend': 'Zeilen mit > gingen zum Server, Zeilen mit < kamen zurück. Der Body folgt ohne Zeichen davor.',
  copy: 'Antwort kopieren',
  'copy.curl': 'Das kopieren',
}
