/** Was der Playground über Concealed sagt, auf Deutsch. */

export default {
  scheme:
    'Signiere ungefragt etwas, das nur die beiden Enden dieser TLS-Verbindung kennen. Durch Anklopfen findet niemand heraus, dass es hier eine Tür gibt. TLS ist hier ein Modell, die Signatur ist echt.',
  'param.k': 'Die Schlüssel-ID: welcher der Schlüssel auf der Liste des Servers das ist.',
  'param.a':
    'Der öffentliche Schlüssel selbst. Es muss der auf der Liste des Servers sein, damit kein anderer als dieser durchgeht.',
  'param.s': 'Das Signaturverfahren, mit seiner Nummer in TLS: 2055 ist Ed25519, 1027 ist ECDSA mit P-256.',
  'param.v':
    'Die letzten 16 Oktette aus dem TLS-Exporter. Der Server kommt auf dieselben, wenn Verbindung, Schlüssel, Host und Realm dieselben sind.',
  'param.p': 'Der Beweis: eine Signatur über die ersten 32 Oktette aus dem Exporter, die nie übertragen werden.',
  'param.realm': 'Der Schutzbereich, falls man dem Client einen genannt hat. Ohne Angabe ist der Realm leer.',
  'decoded.key': 'Schlüssel-ID',
  'decoded.algorithm': 'Verfahren',
  'check.params': 'Ist jeder Parameter genau einmal da?',
  'pass.params': 'es fehlt nichts',
  'fail.params': 'fehlt oder ist doppelt da: {missing}',
  'check.syntax': 'Sind sie richtig geschrieben?',
  'pass.syntax': 'Base64url ohne Anführungszeichen und Padding, und eine Zahl',
  'fail.syntax': 'kein Base64url ohne Anführungszeichen und Padding oder keine Zahl bis 65535: {missing}',
  'check.key': 'Kenne ich diese Schlüssel-ID?',
  'pass.key': '„{key}“ steht auf meiner Liste',
  'fail.key': '„{key}“ steht nicht auf meiner Liste',
  'check.public-key': 'Ist es der öffentliche Schlüssel von meiner Liste?',
  'pass.public-key': 'es ist der, den ich für „{key}“ habe',
  'fail.public-key': 'für „{key}“ habe ich einen anderen öffentlichen Schlüssel',
  'check.algorithm': 'Ist es das Verfahren dieses Schlüssels?',
  'pass.algorithm': 'der Schlüssel ist für {algorithm}',
  'fail.algorithm': 'der Schlüssel ist für {algorithm}, nicht für {got}',
  'check.realm': 'Ist das mein Realm?',
  'pass.realm': 'der Realm ist „{realm}“',
  'fail.realm': 'mein Realm ist „{realm}“, nicht „{got}“',
  'check.connection': 'Entstand das auf dieser Verbindung?',
  'pass.connection': 'Verbindung {connection} ergibt für {host} dasselbe v, also entstand es hier (TLS ist ein Modell)',
  'fail.connection':
    'Verbindung {connection} ergibt für {host} ein anderes v: Es entstand auf einer anderen Verbindung oder für einen anderen Host (TLS ist ein Modell)',
  'check.proof': 'Stimmt die Signatur?',
  'pass.proof': 'sie stimmt: Nur der Schlüssel von {user} ergibt sie',
  'fail.proof': 'sie stimmt nicht: Der Schlüssel von {user} hat das nicht signiert',
  'check.again': 'Kam das schon einmal?',
  'moot.again': 'auf Verbindung {connection} ist der Beweis immer derselbe, auf jeder anderen ist er nichts wert',
}
