/** Wörter dafür, was andere Clients in einem Challenge-Feld lesen. */

export default {
  title: 'Andere Clients lesen hier etwas anderes',
  lead: 'Jeder Client bekam solche Zeilen, und seine Antworten zeigen, wie er liest. Wer von {clients} nicht in der Tabelle steht, liest es, wie RFC 9110 es will, oder sucht diese Schemas nicht.',
  client: 'Client',
  reads: 'Liest',
  why: 'Weil',
  standard: 'RFC 9110',
  'standard.why': 'Die Grammatik, und wo das Feld von ihr abweicht, so viel sich lesen lässt.',
  measured: '{versions} gemessen, `{code}`',
  nothing: 'nichts',

  'gives-up.unseen': 'Er sieht dort, wo er sucht, keine Challenge, die er kennt.',
  'gives-up.broken': 'Er verwirft alles, weil er einen Teil nicht lesen kann.',
  'gives-up.realm': 'Er findet kein `realm` und gibt auf.',
  'gives-up.nonce': 'Er findet kein `nonce` und gibt auf.',
  'gives-up.qop': 'Was er für `qop` hält, kennt er nicht, also antwortet er nicht.',

  'habit.curl':
    'Ein Name reicht bis zum nächsten `=`, also verschluckt ein leeres Element oder ein Name ohne Wert den Parameter dahinter. Hinter einem schließenden Anführungszeichen braucht er kein Komma, und ein fehlendes ersetzt das Ende. Schemas findet er hinter jedem Komma, sogar in Anführungszeichen. Von zweien gilt das letzte.',
  'habit.wget':
    'Namen müssen kleingeschrieben sein. In Anführungszeichen kennt er keine Backslashes, was hinter dem schließenden steht, überliest er bis zum nächsten Komma, und fehlt es, so endet die Liste. Von zweien gilt das letzte.',
  'habit.requests':
    'Er macht aus allem eine Zeile, nimmt das erste `digest` heraus und liest alles ringsum als Parameter, getrennt an Kommas außerhalb von Anführungszeichen. Namen müssen kleingeschrieben sein. Von zweien gilt das letzte.',
  'habit.httpx':
    'Er liest die erste Zeile, die mit `Digest` und einem Leerzeichen beginnt, getrennt an Kommas außerhalb von Anführungszeichen. Ein Element, das leer ist oder keinen Wert hat, ist eine Exception. Namen müssen kleingeschrieben sein. Von zweien gilt das letzte.',
  'habit.digest-fetch':
    'Das erste Wort ist das Schema, was es auch sei. Für jeden Parameter sucht er irgendwo in allen Zeilen, auch in Anführungszeichen, dessen Namen und `=` und nimmt das erste.',
  'habit.oauth4webapi':
    'Kommas sind ihm Leerraum, also dürfen sie fehlen. Wo sonst etwas von der Grammatik abweicht, liest er gar keine Challenge. Von zweien gilt das letzte.',
  'habit.Chromium':
    'Eine Zeile ist eine Challenge. Getrennt wird an Kommas außerhalb von Anführungszeichen, und ein Element ohne Wert macht sie unbrauchbar. Was am Ende eines Anführungszeichens fehlt, ist gleichgültig. Von zweien gilt das letzte.',
}
